/**
 * @file Threads need a page that is cross-origin isolated. Where the host cannot send the headers
 * for it, the service worker does, but only from the second load on. Then a reload is due, and it
 * comes when nothing can be lost: as the reader goes from one lesson to the next, never while they
 * stay. All state of a view is in its address; views that keep runs in memory are left alone.
 */
import { siteIsKept } from './site-worker.svelte.js';

const triedKey = 'manabi.reloaded';

/** Whether a reload would give this page threads; reactive. */
export function reloadGivesThreads(): boolean {
  return !crossOriginIsolated && siteIsKept();
}

/** Loads the view that the reader has just gone to anew, when that gives threads, and only once. */
export function reloadForThreads(): void {
  if (!reloadGivesThreads()) return;
  try {
    if (sessionStorage.getItem(triedKey) !== null) return;
    sessionStorage.setItem(triedKey, '1');
  } catch {
    // Without a memory of the first attempt there might be a second and a third.
    return;
  }
  location.reload();
}
