import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 5,
  name: 'build-and-train',
  title: { en: 'Build and train', ja: '作って学習させる' },
  summary: {
    en: 'A network put together from parts, one training step in slow motion with every weight that it changes, and then thousands of such steps.',
    ja: 'ネットワークを部品から組み立て、1回の学習ステップをスローモーションで見ます。どの重みがどう変わるかをすべて見届けたら、それを何千回もくり返します。',
  },
  load: () => import('./build-and-train.svelte'),
};
