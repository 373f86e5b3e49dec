import type { Component } from 'svelte';
import type { Localized } from '../i18n/language.svelte.js';

/** What the site knows of a lesson before it is opened. */
export interface LessonInfo {
  /** Its place in the lecture, from 1. */
  readonly number: number;
  /** Its folder and its address: `neuron` opens at `#/neuron`. */
  readonly name: string;
  /** One or two words, for the navigation. */
  readonly title: Localized<string>;
  /** One sentence, for the front page. */
  readonly summary: Localized<string>;
  /** Fetched when the lesson is opened. */
  readonly load: () => Promise<{ readonly default: Component }>;
}
