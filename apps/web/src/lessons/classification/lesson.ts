import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 4,
  name: 'classification',
  title: { en: 'Classification', ja: '分類' },
  summary: {
    en: 'One output for each class, made into shares by softmax. The highest wins, and the error says by how much it should have.',
    ja: 'クラスごとに1つの出力を用意し、ソフトマックスで割合にします。最大のものが答えです。どれだけ足りなかったかは、誤差が教えてくれます。',
  },
  load: () => import('./classification.svelte'),
};
