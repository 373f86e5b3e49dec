/**
 * @file The part of the address behind `#`, such as `#/neuron?lang=ja&w=1,0.4,0.1`. All state of
 * the page lives there: it works from any folder of any static host and offline, because the host
 * never sees it, and a copied link opens what the sender saw.
 */
export interface Address {
  /** Segments, such as `['neuron']`; empty for the front page. */
  readonly path: readonly string[];
  /** In the order in which they stand in the address. */
  readonly query: ReadonlyMap<string, string>;
}

/** Reads what stands behind `#`. What cannot be read is left out, so that a broken link still opens. */
export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const pairs = query.split('&').flatMap((pair) => {
    const [key = '', value = ''] = pair.split(/=(.*)/s).map(decode);
    return key === '' ? [] : [[key, value] as const];
  });
  return {
    path: path.split('/').filter((segment) => segment !== ''),
    query: new Map(pairs),
  };
}

/** The inverse of {@link parseAddress}; commas and colons stay readable. */
export function formatAddress(
  path: readonly string[],
  query: Iterable<readonly [string, string]>,
): string {
  const pairs = [...query].map(([key, value]) => `${encode(key)}=${encode(value)}`);
  return `#/${path.join('/')}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');
}
