import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peers } from '@manabi/bench';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContenderProcess } from '../../src/bench/contenders/contender-process.js';

const examples = 256;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-peers-test-'));
  const pixels = Uint8Array.from({ length: examples * 784 }, (_, i) => (i * 7919) % 256);
  await writeFile(join(folder, 'images'), pixels);
  await writeFile(
    join(folder, 'labels'),
    Uint8Array.from({ length: examples }, (_, i) => i % 10),
  );
});
afterAll(() => rm(folder, { recursive: true }));

function start(peer: (typeof peers)[number], network: 'mlp' | 'cnn') {
  const { name, command, args } = peer;
  const files = { images: join(folder, 'images'), labels: join(folder, 'labels') };
  return ContenderProcess.start(
    { ...{ name, command, args }, ours: false, threads: 1, env: peer.env?.(1) ?? {} },
    { ...{ network, batchSize: 32, threads: 1 }, ...files },
    { patienceMs: 60_000, signal: new AbortController().signal },
  );
}

describe.each(peers)('$name', (peer) => {
  const missing = peer.missing?.();
  const title = `trains the mlp${missing === undefined ? '' : ` (skipped: ${missing})`}`;
  it.skipIf(missing !== undefined)(title, async () => {
    const running = await start(peer, 'mlp');
    try {
      expect(running.version).toMatch(/^\d+\.\d+/);
      expect(await running.train(3)).toBeGreaterThan(0);
    } finally {
      running.dispose();
    }
  });
});

it.each(peers.filter(({ name }) => /^tfjs.* wasm$/.test(name)))(
  '$name says which kernel it lacks for the cnn',
  async (peer) => {
    const running = await start(peer, 'cnn');
    await expect(running.train(1)).rejects.toThrow("Kernel 'Conv2DBackpropFilter' not registered");
    running.dispose();
  },
);
