/** @file The views that are not lessons. The front page is in the first load, others are fetched. */
import type { Component } from 'svelte';

export interface Page {
  /** Its address: `about` opens at `#/about`. */
  readonly name: string;
  /** Key of its title among the texts. */
  readonly title: string;
  /** Whether the navigation names it, after the lessons. */
  readonly listed: boolean;
  readonly load: () => Promise<{ readonly default: Component }>;
}

export const pages: readonly Page[] = [
  {
    name: 'lab',
    title: 'lab',
    listed: true,
    load: () => import('./lab/lab-page.svelte'),
  },
  {
    name: 'network',
    title: 'network.title',
    listed: true,
    load: () => import('./network-visualiser/network-visualiser.svelte'),
  },
  {
    name: 'cnn',
    title: 'cnn',
    listed: true,
    load: () => import('./cnn-explorer/cnn-explorer.svelte'),
  },
  {
    name: 'computer',
    title: 'backends.heading',
    listed: false,
    load: () => import('./computer/computer-page.svelte'),
  },
];
