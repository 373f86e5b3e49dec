import type { Datum } from '../scene/mark.js';

/** What a reader did to a mark. */
export interface SceneEvent {
  /**
   * `enter`, `leave`: the pointer. `press`: a click, a tap, Enter or Space.
   * `focus`, `blur`: the keyboard. `key`: another key on a focused mark.
   */
  readonly type: 'enter' | 'leave' | 'press' | 'focus' | 'blur' | 'key';
  /** The innermost mark that has an id. */
  readonly markId: string;
  /** The record behind it. */
  readonly datum: Datum | undefined;
  /** Where the pointer is, in scene units; undefined for the keyboard. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
  /** As in `KeyboardEvent.key`; only for `key`. */
  readonly key?: string;
}
