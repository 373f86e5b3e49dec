/** @file The address as reactive state: the one place where the state of a view is kept. */
import { untrack } from 'svelte';
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
/** The address as it was last read or written here. */
let seen = location.hash;

/** Marks entries of the history that are levels of one view: going between them keeps its state. */
interface LevelMark {
  readonly levelOf: string;
}

function isLevel(mark: unknown): mark is LevelMark {
  return typeof mark === 'object' && mark !== null && 'levelOf' in mark;
}

/** Writes what is waiting, so that the entry of the history that one leaves is complete. */
function writeNow(): void {
  if (pending === undefined) return;
  dropPending();
  // Another address is open already, and its event on the way: what waits belongs to the one before.
  if (location.hash === seen) replaceEntry(history.state);
}

function replaceEntry(mark: unknown): void {
  history.replaceState(mark, '', currentHash());
  seen = location.hash;
}

function dropPending(): void {
  clearTimeout(pending);
  pending = undefined;
}

// A click may follow a link.
addEventListener('click', writeNow, { capture: true });

addEventListener('hashchange', () => {
  dropPending();
  seen = location.hash;
  const { path, query: next } = parseAddress(seen);
  const view = state.path[0];
  if (path.join('/') !== state.path.join('/')) state.path = path;
  if (isLevel(history.state) && history.state.levelOf === view && path[0] === view) {
    replaceEntry(history.state);
    return;
  }
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
  if (untrack(() => query.get(key)) === value) return;
  if (value === undefined) query.delete(key);
  else query.set(key, value);
  // One that waits already writes this too: what keeps changing is written all the same.
  pending ??= setTimeout(writeNow, writeDelayMs);
}

/**
 * Opens a level of the view that is open, such as one neuron of a network, as an entry of its own:
 * the back button leaves it. All state of the view stays as it is, also on the way back.
 *
 * @param path - segments after the view's name; none for the view itself.
 */
export function openLevel(...path: readonly string[]): void {
  const view = state.path[0] ?? '';
  const mark: LevelMark = { levelOf: view };
  dropPending();
  replaceEntry(mark);
  state.path = [view, ...path];
  history.pushState(mark, '', currentHash());
  seen = location.hash;
}

function currentHash(): string {
  return formatAddress(state.path, query);
}

/** Address of a view, such as `#/neuron?lang=ja`, with what travels along; reactive. */
export function linkTo(...path: readonly string[]): string {
  return linkWith({}, ...path);
}

/** Address of a view with state of its own, such as `#/network?run=3f2ab91c`; reactive. */
export function linkWith(
  state: Readonly<Record<string, string>>,
  ...path: readonly string[]
): string {
  const kept = travelling.flatMap((key) => {
    const value = query.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return formatAddress(path, [...Object.entries(state), ...kept]);
}

/** Address of another part of the same view, with all that the reader has set; reactive. */
export function linkWithin(...path: readonly string[]): string {
  return formatAddress(path, query);
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
