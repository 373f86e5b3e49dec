/** What a thread of the kernels needs to serve; see `assembly/threads.ts`. */
export interface KernelTask {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Addresses in the memory. */
  readonly control: number;
  readonly step: number;
  readonly meeting: number;
  /** Scratch of this thread alone. */
  readonly scratch: number;
  /** From 1; the leader is 0. */
  readonly thread: number;
  readonly threads: number;
}

/** What a thread says: that it serves, or why it does not. */
export type KernelThreadNews = 'ready' | { readonly failure: string };
