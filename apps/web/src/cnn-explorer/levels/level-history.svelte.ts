/** @file Going down into the network and up again, so that the back button goes one level up too. */
import { currentPath, openLevel } from '../../address/address.svelte.js';

/** Paths from which the reader went down, oldest first. */
const descended: string[] = [];

/** A level deeper, or another at the same depth: an entry of the history of its own. */
export function goTo(path: readonly string[]): void {
  descended.push(currentPath().join('/'));
  openLevel(...path);
}

/**
 * One level up. Where the reader came down from there it is a step back in the history, so that
 * going up and down leaves no trail behind.
 */
export function goUp(path: readonly string[]): void {
  const [page = ''] = currentPath();
  const wanted = [page, ...path].join('/');
  if (descended.at(-1) === wanted) history.back();
  else openLevel(...path);
}

/** Keeps count when the reader uses the browser's buttons; call it while a component is set up. */
export function followHistory(): void {
  $effect(() => {
    const here = currentPath().join('/');
    const place = descended.lastIndexOf(here);
    if (place >= 0) descended.length = place;
  });
}
