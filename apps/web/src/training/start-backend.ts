import { selectBackend, type BackendSelection, type SelectBackendOptions } from '@manabi/backends';

type BackendChoice = NonNullable<SelectBackendOptions['backend']>;

/**
 * Starts a backend, once the one that was asked for before has started, or does nothing where the
 * same one was asked for last.
 *
 * @param backend - default: whichever was asked for last, else `auto`.
 */
export type StartBackend = (backend?: BackendChoice) => Promise<BackendSelection>;

/** @param wasmPath - address of tfjs' wasm file; default where Node finds it. */
export function backendStarter(wasmPath?: string): StartBackend {
  interface Start {
    readonly asked: BackendChoice;
    readonly selection: Promise<BackendSelection>;
  }
  let latest: Start | undefined;

  async function select(
    backend: BackendChoice,
    before: Start | undefined,
  ): Promise<BackendSelection> {
    await before?.selection.catch(() => undefined);
    return selectBackend({
      ...{ backend, fallback: true },
      ...(wasmPath !== undefined && { wasmPath }),
    });
  }

  return (asked = latest?.asked ?? 'auto') => {
    if (latest?.asked === asked) return latest.selection;
    const start: Start = { asked, selection: select(asked, latest) };
    latest = start;
    // One that failed may be tried again.
    start.selection.catch(() => {
      if (latest === start) latest = undefined;
    });
    return start.selection;
  };
}
