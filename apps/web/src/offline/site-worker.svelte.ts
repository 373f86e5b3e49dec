/**
 * @file The service worker of the site as the page sees it: whether this browser keeps the site,
 * and whether a newer version of it is there.
 */
import type { SiteWorkerRequest } from './site-worker-request.js';

interface SiteWorkerState {
  /** The site opens without network from now on. */
  kept: boolean;
  /** A newer version waits for the reader, or another page has opened it. */
  newer: boolean;
}

const state: SiteWorkerState = $state({ kept: false, newer: false });
let waiting: ServiceWorker | undefined;
let reloading = false;

/** Whether this browser keeps the whole site; reactive. */
export function siteIsKept(): boolean {
  return state.kept;
}

/** Whether a newer version of the site is there than the one on the screen; reactive. */
export function newerVersion(): boolean {
  return state.newer;
}

/** Shows the newer version: the address, and with it the reader's state, stays. */
export function openNewerVersion(): void {
  if (waiting === undefined) location.reload();
  else {
    reloading = true;
    tell(waiting, 'take over');
  }
}

/**
 * Keeps the site in this browser, once the page itself is there. Browsers without service workers,
 * and pages on plain http, go on without.
 */
export function keepSite(): void {
  const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (container === undefined) return;
  const begin = () => {
    // Refused in some private windows; the site then works as long as there is network.
    register(container).catch(() => undefined);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  // The first worker of all takes over an open page, too; that is no news.
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (reloading) location.reload();
    else if (controlled) {
      waiting = undefined;
      state.newer = true;
    }
    controlled = true;
  });
  const registration = await container.register('./service-worker.js', { updateViaCache: 'none' });
  const wait = (worker: ServiceWorker | null) => {
    if (worker === null || container.controller === null) return;
    waiting = worker;
    state.newer = true;
  };
  wait(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') wait(installing);
    });
  });
  const { active } = await container.ready;
  state.kept = true;
  if (active !== null) tell(active, 'forget old files');
}

function tell(worker: ServiceWorker, request: SiteWorkerRequest): void {
  worker.postMessage(request);
}
