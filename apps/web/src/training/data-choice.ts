/** @file Which data a run learns from, as plain JSON: for the address, for records, for the worker. */
import type { PublishedDatasetName } from '@manabi/datasets';

export type DataChoice =
  | {
      /** Digits that the page draws itself. */
      readonly kind: 'synthetic-digits';
      /** Digits to learn from. */
      readonly trainSize: number;
      readonly testSize: number;
      readonly seed: number;
    }
  | { readonly kind: 'iris' }
  /** MNIST and its like: four files beside the site. */
  | { readonly kind: 'published'; readonly name: PublishedDatasetName }
  /** The reader's own, kept in this browser. */
  | { readonly kind: 'own'; readonly id: string };

/** The two halves of a choice's data. */
export type DataPart = 'train' | 'test';
