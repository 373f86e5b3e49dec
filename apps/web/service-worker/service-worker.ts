/**
 * @file Keeps the built site in the browser: it opens without network after the first visit, and
 * with threads where the host cannot send the headers for them. Each build is a version with a list
 * of its files; a new one waits until the reader asks for it or closes the last page, so that no
 * page ever runs on the files of two.
 */
import { PrecacheController } from 'workbox-precaching';
import type { SiteWorkerRequest } from '../src/offline/site-worker-request.js';
import { isolated } from './isolated.js';

declare const self: ServiceWorkerGlobalScope;

const site = new PrecacheController();
site.addToCacheList(self.__WB_MANIFEST);

const { scope } = self.registration;
const front = new URL('index.html', scope).href;
/** Files here carry the hash of their content in their names, so those of all versions can lie together. */
const assets = new URL('assets/', scope).href;

self.addEventListener('install', (event) => {
  void site.install(event);
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), forgetOldFiles(event)]));
});

self.addEventListener('message', (event) => {
  switch (event.data as SiteWorkerRequest) {
    case 'take over':
      void self.skipWaiting();
      break;
    case 'forget old files':
      event.waitUntil(forgetOldFiles(event));
      break;
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const asked = `${origin}${pathname}`;
  const address = asked === scope ? front : asked;
  const key = site.getCacheKeyForURL(address);
  if (key === undefined && !asked.startsWith(assets)) return;
  event.respondWith(answer(request, key ?? address));
});

async function answer(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(site.strategy.cacheName);
  // A host may let answers vary, such as by who asks; ours are the same for all.
  const kept = await cache.match(key, { ignoreVary: true });
  return isolated(kept ?? (await fetch(request)));
}

/** Other open pages may be of the version before: they find its files until they are closed. */
async function forgetOldFiles(event: ExtendableEvent): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await site.activate(event);
}
