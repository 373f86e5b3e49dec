import type { PublishedCache } from '../published/published-cache.js';

/** Name of the cache in the browser's Cache Storage, as its developer tools show it. */
export const browserCacheName = 'manabi-datasets';

/**
 * Keeps downloads in Cache Storage, and lets one tab at a time download (Web Locks). A page on
 * plain http has neither: nothing is kept there, and everything else works.
 */
export function browserCache(cacheName = browserCacheName): PublishedCache {
  const storage = (globalThis as { caches?: CacheStorage }).caches;
  const locks = (navigator as { locks?: LockManager }).locks;
  // Cache Storage wants addresses; nothing is ever requested from this one.
  const locate = (key: string): string => `${location.origin}/${cacheName}/${key}`;
  return {
    locate,
    async read(key) {
      const cache = await storage?.open(cacheName);
      const response = await cache?.match(locate(key));
      return response === undefined ? undefined : new Uint8Array(await response.arrayBuffer());
    },
    async write(key, bytes) {
      const cache = await storage?.open(cacheName);
      await cache?.put(locate(key), new Response(bytes));
    },
    async remove(key) {
      const cache = await storage?.open(cacheName);
      await cache?.delete(locate(key));
    },
    async exclusively(dataset, signal, task) {
      if (locks === undefined) return task();
      return locks.request(locate(dataset), signal === undefined ? {} : { signal }, task);
    },
  };
}
