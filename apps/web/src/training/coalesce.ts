/** Milliseconds between two messages to the page: a few a second are as many as one can read. */
const newsIntervalMs = 200;

/** Sends the latest value at once, then at most once an interval; the last one is never lost. */
export interface Coalesced {
  /** Something changed. */
  readonly touch: () => void;
  /** Sends now what is due. */
  readonly flush: () => void;
}

export function coalesce(send: () => void, intervalMs = newsIntervalMs): Coalesced {
  let sentAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    sentAt = performance.now();
    send();
  }
  return {
    flush,
    touch() {
      if (timer !== undefined) return;
      const wait = sentAt + intervalMs - performance.now();
      if (wait <= 0) flush();
      else timer = setTimeout(flush, wait);
    },
  };
}
