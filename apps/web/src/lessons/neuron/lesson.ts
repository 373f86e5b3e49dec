import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 1,
  name: 'neuron',
  title: { en: 'Neuron', ja: 'ニューロン' },
  summary: {
    en: 'Multiply, add, decide: the small calculation that everything else is made of.',
    ja: '掛けて、足して、判断する。すべてのもとになる小さな計算です。',
  },
  load: () => import('./neuron.svelte'),
};
