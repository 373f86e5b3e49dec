/** Another library that `manabi bench` measures beside ours, in a process of its own. */
export interface Peer {
  readonly name: string;
  readonly networks: readonly ('mlp' | 'cnn')[];
  /** What it computes on: it is compared with our executor there. */
  readonly backend: 'wasm' | 'cpu' | 'native';
  /** Whether it can be told how many threads compute; else it has one. */
  readonly threaded: boolean;
  readonly command: string;
  /** The job follows as one more argument, as JSON. */
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: (threads: number) => Readonly<Record<string, string>>;
  /** Why it cannot be measured here and how to get it; undefined where it can. */
  readonly missing?: () => string | undefined;
}

export const peers: readonly Peer[];
