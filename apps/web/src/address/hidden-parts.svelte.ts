/**
 * @file What an instructor hides: `hide=code,question` in the address. Each part of a view that
 * can be hidden is listed here while it is on the page, so that the share dialog can offer it.
 */
import { SvelteMap } from 'svelte/reactivity';
import { queryValue } from './address.svelte.js';

const offered = new SvelteMap<string, string>();

/** Names in `hide`; reactive. */
export function hiddenParts(): readonly string[] {
  return (queryValue('hide') ?? '').split(',').filter((name) => name !== '');
}

/** Name and title of each part of this view that can be hidden; reactive. */
export function hideableParts(): ReadonlyMap<string, string> {
  return offered;
}

/** Lists a part; the result takes it off the list. */
export function offerToHide(name: string, title: string): () => void {
  offered.set(name, title);
  return () => offered.delete(name);
}
