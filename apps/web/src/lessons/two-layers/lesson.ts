import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 2,
  name: 'two-layers',
  title: { en: 'Two layers', ja: '2つの層' },
  summary: {
    en: 'Three neurons do together what none of them can do alone.',
    ja: '3つのニューロンが力を合わせると、1つではできない計算ができます。',
  },
  load: () => import('./two-layers.svelte'),
};
