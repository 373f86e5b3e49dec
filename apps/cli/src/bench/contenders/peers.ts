import type { Peer } from '@manabi/bench';
import type { TrainingCase } from '../training-case.js';
import type { Contender } from './contender.js';

/**
 * The other libraries. They are part of the repository and not of the published program, which
 * would otherwise install several hundred megabytes to be compared with.
 *
 * @returns null where there are none.
 */
export async function findPeers(): Promise<readonly Peer[] | null> {
  try {
    return (await import('@manabi/bench')).peers;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Those that are measured in a case, each with the numbers of threads that it is told. */
export function peerContenders(
  peers: readonly Peer[],
  { network, backend }: TrainingCase,
  threadCounts: readonly number[],
): Contender[] {
  return peers
    .filter((peer) => peer.networks.includes(network))
    .filter((peer) => (backend === 'cpu') === (peer.backend === 'cpu'))
    .flatMap(({ name, threaded, command, args, env, missing }) =>
      (threaded ? threadCounts : [1]).map((threads) => ({
        ...{ name, ours: false, threads, command, args, missing: missing?.() },
        ...(env && { env: env(threads) }),
      })),
    );
}
