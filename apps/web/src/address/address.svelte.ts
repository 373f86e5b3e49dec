/** @file The address as reactive state: the one place where the state of a view is kept. */
import { SvelteMap } from 'svelte/reactivity';
import { formatAddress, parseAddress } from './parse-address.js';

/** Browsers refuse more than about 100 changes of the address in 30 seconds. */
const writeDelayMs = 250;

/** Keys that a link to another view keeps: the language, and what an instructor hides. */
const travelling = ['lang', 'hide'];

const first = parseAddress(location.hash);
const state = $state({ path: first.path });
const query = new SvelteMap(first.query);
let pending: ReturnType<typeof setTimeout> | undefined;

addEventListener('hashchange', () => {
  clearTimeout(pending);
  const { path, query: next } = parseAddress(location.hash);
  if (path.join('/') !== state.path.join('/')) state.path = path;
  for (const key of [...query.keys()]) if (!next.has(key)) query.delete(key);
  for (const [key, value] of next) query.set(key, value);
});

/** Segments of the open view; reactive. */
export function currentPath(): readonly string[] {
  return state.path;
}

/** The value of a key in the address; reactive. */
export function queryValue(key: string): string | undefined {
  return query.get(key);
}

/** Changes a key at once for all who read it, and a moment later in the address bar. */
export function setQueryValue(key: string, value: string | undefined): void {
  if (value === undefined) query.delete(key);
  else query.set(key, value);
  clearTimeout(pending);
  pending = setTimeout(() => history.replaceState(null, '', currentHash()), writeDelayMs);
}

function currentHash(): string {
  return formatAddress(state.path, query);
}

/** Address of a view, such as `#/neuron?lang=ja`, with what travels along; reactive. */
export function linkTo(...path: readonly string[]): string {
  const kept = travelling.flatMap((key) => {
    const value = query.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return formatAddress(path, kept);
}

/**
 * The whole address of what is on the screen now, to be shared; reactive.
 *
 * @param changes - keys to set, or with undefined to leave out.
 */
export function sharedLink(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const kept = [...query].filter(([key]) => !(key in changes));
  const changed = Object.entries(changes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const page = location.href.split('#')[0] ?? '';
  return `${page}${formatAddress(state.path, [...kept, ...changed])}`;
}
