import { selectBackend, type BackendSelection, type SelectBackendOptions } from '@manabi/backends';

/** Starts a backend, or does nothing where the same one was asked for last. */
export type StartBackend = (
  backend: NonNullable<SelectBackendOptions['backend']>,
) => Promise<BackendSelection>;

/** @param wasmPath - address of tfjs' wasm file; default where Node finds it. */
export function backendStarter(wasmPath?: string): StartBackend {
  let latest: { readonly asked: string; readonly selection: Promise<BackendSelection> } | undefined;
  return (asked) => {
    if (latest?.asked !== asked) {
      const options = {
        backend: asked,
        fallback: true,
        ...(wasmPath !== undefined && { wasmPath }),
      };
      latest = { asked, selection: selectBackend(options) };
      // One that failed may be tried again.
      latest.selection.catch(() => (latest = undefined));
    }
    return latest.selection;
  };
}
