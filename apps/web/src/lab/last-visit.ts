/**
 * @file What the lab was set to when it was last open in this tab, so that the menu leads back to it.
 * An address that says anything of its own goes first.
 */
import { currentPath, linkWithin, queryValue, setQueryValue } from '../address/address.svelte.js';
import { labSchema } from './state.js';

const storageKey = 'manabi.lab';
/** Beside the keys of the address: the pane. */
const paneKey = 'pane';
const keys = Object.keys(labSchema);

/** Sets the lab as it was, where the address leaves everything open. */
export function restoreLastVisit(): void {
  if (keys.some((key) => queryValue(key) !== undefined)) return;
  try {
    const kept = new URLSearchParams(sessionStorage.getItem(storageKey) ?? '');
    for (const [key, value] of kept) if (keys.includes(key)) setQueryValue(key, value);
    const pane = kept.get(paneKey);
    if (pane !== null && currentPath().length === 1) location.replace(linkWithin('lab', pane));
  } catch {
    // A browser that keeps nothing opens the lab as it is.
  }
}

/** Reactive in everything that it keeps. */
export function keepVisit(): void {
  const [, pane] = currentPath();
  const kept = new URLSearchParams(pane === undefined ? {} : { [paneKey]: pane });
  for (const key of keys) {
    const value = queryValue(key);
    if (value !== undefined) kept.set(key, value);
  }
  try {
    sessionStorage.setItem(storageKey, kept.toString());
  } catch {
    // As above.
  }
}
