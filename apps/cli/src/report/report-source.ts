import type { RunRecord } from '@manabi/trainer';
import type { GreyImage } from '@manabi/viz';
import type { ReportWords } from './words.js';

export type ReportLanguage = 'en' | 'ja';

/** What a report is made with, beside the record. */
export interface ReportContext {
  readonly language: ReportLanguage;
  /** Name of the record's file, for the command that repeats the run. */
  readonly file: string;
  /** Of a test example by its number; undefined where there is none. */
  readonly picture: (index: number) => GreyImage | undefined;
}

/** A record with all that its sections need. */
export interface ReportSource extends ReportContext {
  readonly record: RunRecord;
  readonly words: ReportWords;
  /** In the reader's language. */
  readonly classNames: readonly string[];
}
