/** @file The lab's panes, in the order in which one works. */
import type { Component } from 'svelte';
import type { Localized } from '../i18n/language.svelte.js';

export interface Pane {
  /** In the address: `#/lab/train`. */
  readonly name: string;
  readonly title: Localized<string>;
  readonly load: () => Promise<{ readonly default: Component }>;
}

export const panes: readonly Pane[] = [
  {
    name: 'data',
    title: { en: 'Data', ja: 'データ' },
    load: () => import('./data/data-pane.svelte'),
  },
  {
    name: 'network',
    title: { en: 'Network', ja: 'ネットワーク' },
    load: () => import('./network/network-pane.svelte'),
  },
  {
    name: 'train',
    title: { en: 'Train', ja: '訓練' },
    load: () => import('./train/train-pane.svelte'),
  },
  {
    name: 'look',
    title: { en: 'Look', ja: '調べる' },
    load: () => import('./look/look-pane.svelte'),
  },
  {
    name: 'time',
    title: { en: 'Through time', ja: '時間をたどる' },
    load: () => import('./time/time-pane.svelte'),
  },
  {
    name: 'compare',
    title: { en: 'Compare', ja: '比べる' },
    load: () => import('./compare/compare-pane.svelte'),
  },
  {
    name: 'files',
    title: { en: 'Save and load', ja: '保存と読み込み' },
    load: () => import('./files/files-pane.svelte'),
  },
];
