/** @file Calls of a worker that end with it: comlink leaves them open for ever. */
import type { Remote } from 'comlink';

/** A remote object whose open calls can be ended. */
export interface Breakable<T> {
  readonly remote: Remote<T>;
  /** Rejects every call that is open. */
  readonly breakOff: (reason: Error) => void;
}

/** Only methods can be called through it. */
export function breakable<T extends object>(remote: Remote<T>): Breakable<T> {
  const open = new Set<(reason: Error) => void>();
  const call = (method: (...given: unknown[]) => Promise<unknown>, given: unknown[]) =>
    new Promise((resolve, reject) => {
      open.add(reject);
      void method(...given)
        .then(resolve, reject)
        .finally(() => open.delete(reject));
    });
  const methods = new Proxy(remote, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
      return (...given: unknown[]) => call(method, given);
    },
  });
  return {
    remote: methods,
    breakOff: (reason) => {
      for (const reject of open) reject(reason);
      open.clear();
    },
  };
}
