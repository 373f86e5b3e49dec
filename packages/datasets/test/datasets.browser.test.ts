import { beforeEach, describe, expect, it } from 'vitest';
import { type DatasetInfo, encodeIdx, parseIdx } from '@manabi/datasets';
import {
  type DatasetEvent,
  browserCacheName,
  loadDatasets,
  loadIdxFiles,
  loadPublishedDataset,
} from '@manabi/datasets/browser';
import { decodeImage } from '@manabi/datasets/images';
import { itIsTheSameInEveryEngine } from './same-in-every-engine.js';

describe('in Chromium', () => {
  itIsTheSameInEveryEngine();
});

type Bytes = Uint8Array<ArrayBuffer>;

async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function gzip(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function idx(...shape: number[]): Bytes {
  const length = shape.reduce((product, extent) => product * extent, 1);
  return Uint8Array.from(encodeIdx({ shape, data: Uint8Array.from({ length }, (_, i) => i % 2) }));
}

/** A published set made here, and a fetch that serves it and notes what was asked for. */
async function tinySet() {
  const files = new Map<string, Bytes>();
  const requests: string[] = [];
  const entries: DatasetInfo['files'][number][] = [];
  for (const [part, holds, name, content] of [
    ['train', 'images', 'train-images-idx3-ubyte', idx(4, 2, 3)],
    ['train', 'labels', 'train-labels-idx1-ubyte', idx(4)],
    ['test', 'images', 't10k-images-idx3-ubyte', idx(2, 2, 3)],
    ['test', 'labels', 't10k-labels-idx1-ubyte', idx(2)],
  ] as const) {
    const packed = await gzip(content);
    files.set(`${name}.gz`, packed);
    entries.push({
      part,
      holds,
      name,
      gzip: { sizeBytes: packed.length, sha256: await sha256(packed) },
      content: { sizeBytes: content.length, sha256: await sha256(content) },
    });
  }
  const info: DatasetInfo = {
    name: 'tiny',
    title: { en: 'Tiny', ja: '小さい' },
    summary: { en: 'Made by a test.', ja: 'テスト用。' },
    licence: 'MIT',
    homepage: null,
    inputShape: [2, 3, 1],
    sizes: { train: 4, test: 2 },
    classNames: { en: ['even', 'odd'], ja: ['偶数', '奇数'] },
    mirrors: ['https://mirror.test/'],
    files: entries,
  };
  const fetchTiny = (url: RequestInfo | URL): Promise<Response> => {
    const name = (url as string).replace('https://mirror.test/', '');
    requests.push(name);
    const bytes = files.get(name);
    return Promise.resolve(
      bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes),
    );
  };
  return { info, files, requests, fetch: fetchTiny };
}

beforeEach(async () => {
  await caches.delete(browserCacheName);
});

describe('loadPublishedDataset', () => {
  it('downloads, unpacks, checks and keeps the files; then needs no network', async () => {
    const { info, requests, fetch } = await tinySet();
    const { train, test } = await loadPublishedDataset(info, { fetch });
    expect(train.inputs).toEqual(parseIdx(idx(4, 2, 3), '').data);
    expect([...test.labels]).toEqual([0, 1]);
    expect(requests).toHaveLength(4);
    expect(await loadPublishedDataset(info, { mirrors: [] })).toEqual({ train, test });
  });

  it('reports and replaces a damaged file in the cache', async () => {
    const { info, requests, fetch } = await tinySet();
    await loadPublishedDataset(info, { fetch });
    const cache = await caches.open(browserCacheName);
    const [entry] = await cache.keys();
    await cache.put(entry!, new Response('damaged'));

    const events: DatasetEvent[] = [];
    const onEvent = (event: DatasetEvent) => events.push(event);
    const { train } = await loadPublishedDataset(info, { fetch, onEvent });
    expect(train.labels).toHaveLength(4);
    expect(requests).toHaveLength(5);
    expect(events.map(({ type }) => type)).toContain('corruptCache');
    await loadPublishedDataset(info, { mirrors: [] });
  });

  it('takes files that the server packs on the way, and counts them to their end', async () => {
    const { info, files } = await tinySet();
    const progress: number[] = [];
    const fetchDecoded = async (url: RequestInfo | URL): Promise<Response> => {
      const packed = files.get((url as string).replace('https://mirror.test/', ''))!;
      const body = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      // What `fetch` shows of an answer with this header: the bytes inside, the length outside.
      const headers = { 'Content-Encoding': 'gzip', 'Content-Length': String(packed.length) };
      return new Response(await new Response(body).arrayBuffer(), { headers });
    };
    const onEvent = (event: DatasetEvent) => {
      if (event.type === 'download') progress.push(event.receivedBytes / event.totalBytes);
    };
    const { train } = await loadPublishedDataset(info, { fetch: fetchDecoded, onEvent });
    expect(train.labels).toHaveLength(4);
    expect(progress).toEqual([1, 1, 1, 1]);
    expect((await loadPublishedDataset(info, { mirrors: [] })).train).toEqual(train);
  });

  it('says how to serve a set of which only the packed files can be checked', async () => {
    const { info, files } = await tinySet();
    const unknown = info.files.map((file) => ({
      ...file,
      content: { ...file.content, sha256: null },
    }));
    const fetchDecoded = (url: RequestInfo | URL): Promise<Response> => {
      const packed = files.get((url as string).replace('https://mirror.test/', ''))!;
      const body = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      return Promise.resolve(new Response(body, { headers: { 'Content-Encoding': 'gzip' } }));
    };
    const set = { ...info, name: 'tiny-unknown', files: unknown };
    await expect(loadPublishedDataset(set, { fetch: fetchDecoded })).rejects.toThrow(
      'let the server send .gz files as they are',
    );
  });

  it('refuses wrong bytes, damaged gzip and bombs, and keeps nothing of them', async () => {
    const { info, files, fetch } = await tinySet();
    const first = 'train-images-idx3-ubyte.gz';
    const whole = files.get(first)!;
    for (const [bytes, message] of [
      [await gzip(idx(4, 3, 2)), 'expected SHA-256'],
      [whole.slice(0, whole.length - 9), 'expected intact gzip data'],
      [
        await gzip(new Uint8Array(1_000_000)),
        'expected at most 40 bytes after unpacking, got more',
      ],
    ] as const) {
      files.set(first, bytes);
      await expect(loadPublishedDataset(info, { fetch })).rejects.toThrow(message);
    }
    const cache = await caches.open(browserCacheName);
    expect(await cache.keys()).toHaveLength(0);
  });

  it('downloads once when two callers ask at once', async () => {
    const { info, requests, fetch } = await tinySet();
    await Promise.all([
      loadPublishedDataset(info, { fetch }),
      loadPublishedDataset(info, { fetch }),
    ]);
    expect(requests).toHaveLength(4);
  });

  it('stops when aborted', async () => {
    const { info } = await tinySet();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(loadPublishedDataset(info, { signal })).rejects.toThrow('enough');
  });
});

describe('loadIdxFiles', () => {
  it('reads files that a user chose, gzipped or plain', async () => {
    const files = [
      new File([idx(4, 2, 2, 3)], 'train-images-idx4-ubyte'),
      new File([await gzip(idx(4))], 'train-labels-idx1-ubyte.gz'),
      new File([idx(2, 2, 2, 3)], 't10k-images.idx4-ubyte'),
      new File([idx(2)], 't10k-labels-idx1-ubyte'),
    ];
    const { train, test } = await loadIdxFiles('mine', files);
    expect(train.inputShape).toEqual([2, 2, 3]);
    expect(test.labels).toHaveLength(2);
    await expect(loadIdxFiles('mine', files.slice(1))).rejects.toThrow('none for train images');
  });
});

describe('the embedded sets and images', () => {
  it('load by name', async () => {
    expect((await loadDatasets('iris')).train.labels).toHaveLength(120);
    const { test } = await loadDatasets('synthetic-digits', { trainSize: 1, testSize: 2 });
    expect(test.labels).toHaveLength(2);
  });

  it('decode PNG and JPEG that the browser wrote', async () => {
    const canvas = new OffscreenCanvas(8, 4);
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'rgb(200, 100, 50)';
    context.fillRect(0, 0, 8, 4);
    for (const type of ['image/png', 'image/jpeg']) {
      const blob = await canvas.convertToBlob({ type, quality: 1 });
      const image = decodeImage(new Uint8Array(await blob.arrayBuffer()));
      expect([image.width, image.height, image.channels]).toEqual([8, 4, 3]);
      // JPEG rounds twice, in frequency and in colour.
      expect(Math.abs(image.data[0]! - 200)).toBeLessThanOrEqual(3);
      expect(Math.abs(image.data[2]! - 50)).toBeLessThanOrEqual(3);
    }
  });
});
