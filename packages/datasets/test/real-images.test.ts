import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetHash } from '@manabi/datasets';
import { dataDirectory, dataDirectoryHelp } from '@manabi/test-utils';
import { loadIdxFolder, loadPublishedDataset, verifyLocalFiles } from '@manabi/datasets/node';

const dataDir = dataDirectory();
const reason = dataDir === undefined ? `: skipped, ${dataDirectoryHelp}` : '';

describe.skipIf(dataDir === undefined)(`real images${reason}`, () => {
  it.each(['mnist', 'fashion-mnist'] as const)('loads %s with its checksums', async (name) => {
    const { train, test } = await loadPublishedDataset(name);
    expect([train.labels.length, test.labels.length]).toEqual([60_000, 10_000]);
    expect(train.inputShape).toEqual([28, 28, 1]);
    const statuses = (await verifyLocalFiles(name)).map(({ status }) => status);
    expect(statuses).toEqual(['verified', 'verified', 'verified', 'verified']);
  });

  it('has the pixel mean that is published for MNIST', async () => {
    const { train } = await loadPublishedDataset('mnist');
    let sum = 0;
    for (const value of train.inputs) sum += value;
    // 0.1307, as in PyTorch's MNIST example.
    expect(sum / train.inputs.length / 255).toBeCloseTo(0.1307, 4);
  });

  it('refuses Fashion-MNIST in the place of MNIST', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'manabi-swap-'));
    try {
      await symlink(path.join(path.resolve(dataDir!), 'fashion-mnist'), path.join(folder, 'mnist'));
      await expect(loadPublishedDataset('mnist', { dataDir: folder })).rejects.toMatchObject({
        code: 'corrupt',
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('reads the same bytes from a folder of IDX files', async () => {
    const byName = await loadPublishedDataset('mnist');
    const byFolder = await loadIdxFolder(path.join(dataDir!, 'mnist'));
    expect(await datasetHash(byFolder.test)).toBe(await datasetHash(byName.test));
  });

  it('centres the mass of every digit as prepareDigit does, in the middle of pixel 14', async () => {
    const { test } = await loadPublishedDataset('mnist');
    for (let index = 0; index < 10_000; index++) {
      let mass = 0;
      let momentX = 0;
      let momentY = 0;
      for (let i = 0; i < 784; i++) {
        const value = test.inputs[index * 784 + i]!;
        mass += value;
        momentX += value * ((i % 28) + 0.5);
        momentY += value * (Math.floor(i / 28) + 0.5);
      }
      // The images are shifted by whole pixels.
      if (Math.abs(momentX / mass - 14.5) > 0.5 || Math.abs(momentY / mass - 14.5) > 0.5) {
        expect.fail(`digit ${index} is centred at ${momentX / mass}, ${momentY / mass}`);
      }
    }
  });
});
