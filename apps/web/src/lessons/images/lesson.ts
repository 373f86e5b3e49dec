import type { LessonInfo } from '../lesson-info.js';

export const lesson: LessonInfo = {
  number: 3,
  name: 'images',
  title: { en: 'Images', ja: '画像' },
  summary: {
    en: 'To a network a picture is a list of numbers: one for each pixel, three where there is colour.',
    ja: 'ネットワークにとって、画像は数値の並びです。1画素に1つ、カラーなら3つの数値で表します。',
  },
  load: () => import('./images.svelte'),
};
