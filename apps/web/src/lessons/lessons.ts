/** @file Every lesson in the order of the lecture: each folder with a `lesson.ts` is one. */
import type { LessonInfo } from './lesson-info.js';

const found = import.meta.glob<{ readonly lesson: LessonInfo }>('./*/lesson.ts', { eager: true });

export const lessons: readonly LessonInfo[] = Object.values(found)
  .map(({ lesson }) => lesson)
  .sort((a, b) => a.number - b.number);
