import type { Datum } from '../scene/mark.js';

/** What a reader did to a mark. */
export interface SceneEvent {
  /**
   * `enter`, `leave`: the pointer. `press`: a click, a tap, Enter or Space.
   * `drag`: the pointer moves, anywhere on the page, while it is held down on the mark.
   * `focus`, `blur`: the keyboard. `key`: another key on a focused mark, also an arrow that leads
   * to no other mark.
   */
  readonly type: 'enter' | 'leave' | 'press' | 'drag' | 'focus' | 'blur' | 'key';
  /** The innermost mark that has an id. */
  readonly markId: string;
  /** The record behind it. */
  readonly datum: Datum | undefined;
  /** Where the pointer is, in scene units; undefined for the keyboard. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
  /** As in `KeyboardEvent.key`; only for `key`. */
  readonly key?: string;
}
