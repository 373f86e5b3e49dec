import { setImmediate } from 'node:timers/promises';
import { iris, type TrainTestDatasets } from '@manabi/datasets';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { choiceOf } from './known-data.js';
import { faultOf } from './fault.js';
import type { DownloadProgress, LoadDataOptions } from './load-data.js';
import type * as loadDataModule from './load-data.js';

/** A load that ends when it is told to; its abortion takes a task, as behind a lock. */
interface Load {
  readonly options: LoadDataOptions;
  readonly finish: () => void;
}
const loads = vi.hoisted((): Load[] => []);
vi.mock('./load-data.js', async (original) => ({
  ...(await original<typeof loadDataModule>()),
  loadData: (_: unknown, options: LoadDataOptions) =>
    new Promise<TrainTestDatasets>((resolve, reject) => {
      loads.push({ options, finish: () => resolve(iris()) });
      options.signal?.addEventListener('abort', () => {
        void setImmediate().then(() => reject(options.signal?.reason as Error));
      });
    }),
}));
const { dataShelf } = await import('./data-shelf.js');

const mnist = choiceOf('mnist');
const folder = 'http://localhost/data/';
const isEnded = (place: number) => loads[place]!.options.signal?.aborted;

beforeEach(() => void loads.splice(0));

describe('a shelf of data', () => {
  it('loads a set once for all who wait for it, and keeps it', async () => {
    const shelf = dataShelf();
    const [one, other] = [shelf.get(mnist, { folder }), shelf.get(mnist, { folder })];
    loads[0]!.finish();
    expect(await one).toBe(await other);
    expect(await shelf.get(mnist, { folder })).toBe(await one);
    expect(loads).toHaveLength(1);
    expect(isEnded(0)).toBe(false);
  });

  it('goes on loading for whoever still waits', async () => {
    const shelf = dataShelf();
    const { signal, abort } = leaving();
    const [first, second] = [shelf.get(mnist, { folder, signal }), shelf.get(mnist, { folder })];
    abort();
    await expect(first).rejects.toBe(signal.reason);
    expect(isEnded(0)).toBe(false);
    loads[0]!.finish();
    expect((await second).description.choice).toEqual(mnist);
  });

  it('loads anew for whoever asks while an abandoned load is ending', async () => {
    const shelf = dataShelf();
    const { signal, abort } = leaving();
    const first = shelf.get(mnist, { folder, signal });
    abort();
    await expect(first).rejects.toBe(signal.reason);
    expect(isEnded(0)).toBe(true);
    const second = shelf.get(mnist, { folder });
    // What the abandoned load comes to is nothing to the new one.
    await setImmediate();
    await setImmediate();
    loads[1]!.finish();
    await second;
    expect(await shelf.get(mnist, { folder })).toBe(await second);
    expect(loads).toHaveLength(2);
  });

  it('ends a load for all who wait for it, and loads anew at once', async () => {
    const shelf = dataShelf();
    const waiting = [shelf.get(mnist, { folder }), shelf.get(mnist, { folder })];
    shelf.cancel(mnist);
    const again = shelf.get(mnist, { folder });
    for (const one of waiting) {
      expect(faultOf(await one.catch((error: unknown) => error))).toMatchObject({
        code: 'load-cancelled',
      });
    }
    loads[1]!.finish();
    await again;
    // Of what is there, nothing is left to end.
    shelf.cancel(mnist);
    expect(await shelf.get(mnist, { folder })).toBe(await again);
  });

  it('tells of the files that are under way, one a set, as long as anyone waits for them', async () => {
    const told: (readonly DownloadProgress[])[] = [];
    const shelf = dataShelf((downloads) => told.push(downloads));
    const [one, other] = (['mnist', 'kmnist'] as const).map((dataset) => ({
      ...{ dataset, file: 'labels', receivedBytes: 1, totalBytes: 2 },
    }));
    const { signal, abort } = leaving();
    const first = shelf.get(mnist, { folder, signal });
    const second = shelf.get(choiceOf('kmnist'), { folder });
    loads[0]!.options.onProgress?.(one!);
    loads[1]!.options.onProgress?.(other!);
    expect(told.at(-1)).toEqual([one, other]);
    abort();
    await expect(first).rejects.toBe(signal.reason);
    loads[0]!.options.onProgress?.(one!);
    expect(told.at(-1)).toEqual([other]);
    loads[1]!.finish();
    await second;
    expect(told.at(-1)).toEqual([]);
  });
});

function leaving() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
