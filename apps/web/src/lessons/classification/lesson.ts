import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 4,
  name: 'classification',
  title: { en: 'Classification', ja: '分類' },
  summary: {
    en: 'One output for each class, made into shares by softmax. The highest wins, and the loss says how far it was from the truth.',
    ja: 'クラスごとに1つの出力を用意し、ソフトマックスで割合にします。最大のものが答えです。正解からどれだけ離れているかは、損失が教えてくれます。',
  },
  load: () => import('./classification.svelte'),
};
