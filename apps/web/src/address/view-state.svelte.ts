import { queryValue, setQueryValue } from './address.svelte.js';
import type { Codec } from './codecs.js';

/** Key in the address and how its value is written: `{ w: numbersCodec([1, 0.4, 0.1], range) }`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any value that its codec can write
export type ViewSchema = Readonly<Record<string, Codec<any>>>;

export type ViewValues<S extends ViewSchema> = { -readonly [K in keyof S]: S[K]['initial'] };

export interface ViewState<S extends ViewSchema> {
  /** Reactive; assigning changes the address. Replace arrays, do not change them in place. */
  readonly values: ViewValues<S>;
  /** Whether anything differs from the lesson as it opens; reactive. */
  readonly changed: () => boolean;
  /** Back to the initial values. */
  readonly reset: () => void;
}

/**
 * The state of a view, kept in the address and nowhere else: what is on the screen is what a
 * copied link opens. Initial values are left out of the address.
 *
 * Call it while a component is set up. `lang` and `hide` are keys of the page itself.
 */
export function viewState<const S extends ViewSchema>(schema: S): ViewState<S> {
  const values = {};
  for (const [key, codec] of Object.entries(schema)) {
    Object.defineProperty(values, key, property(key, codec));
  }
  const keys = Object.keys(schema);
  return {
    values: values as ViewValues<S>,
    changed: () => keys.some((key) => queryValue(key) !== undefined),
    reset: () => keys.forEach((key) => setQueryValue(key, undefined)),
  };
}

function property<T>(key: string, codec: Codec<T>): PropertyDescriptor {
  const value = $derived.by(() => {
    const text = queryValue(key);
    return (text === undefined ? undefined : codec.read(text)) ?? codec.initial;
  });
  const initial = codec.write(codec.initial);
  return {
    enumerable: true,
    get: () => value,
    set(next: T) {
      const text = codec.write(next);
      setQueryValue(key, text === initial ? undefined : text);
    },
  };
}
