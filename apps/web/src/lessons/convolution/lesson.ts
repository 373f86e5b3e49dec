import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 6,
  name: 'convolution',
  title: { en: 'Convolution and pooling', ja: '畳み込みとプーリング' },
  summary: {
    en: 'Nine weights slide over a whole image, and only what matters is kept.',
    ja: 'たった9個の重みが画像全体をすべり、大事なところだけが残ります。',
  },
  load: () => import('./convolution.svelte'),
};
