import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetError } from '@manabi/datasets';
import {
  type DatasetEvent,
  type PublishedDatasetOptions,
  fetchPublishedDataset,
  listLocalFiles,
  loadDatasets,
  loadPublishedDataset,
  verifyLocalFiles,
} from '@manabi/datasets/node';
import { type Answer, type MirrorServer, serveFiles, startMirror } from './mirror-server.js';
import { tinySet } from './tiny-set.js';

const { info, gzipped, plain } = tinySet();
const fileNames = [...gzipped.keys()];
const first = fileNames[0]!;

let folder: string;
let servers: MirrorServer[];
let events: DatasetEvent[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manabi-datasets-'));
  servers = [];
  events = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true });
});

async function mirror(answer: Answer = serveFiles(gzipped)): Promise<MirrorServer> {
  const server = await startMirror(answer);
  servers.push(server);
  return server;
}

/** Options that keep the test inside its folder; `dataDir` set to nothing hides the environment's. */
function options(mirrors: readonly MirrorServer[], more: PublishedDatasetOptions = {}) {
  return {
    dataDir: '',
    cacheDir: path.join(folder, 'cache'),
    mirrors: mirrors.map(({ url }) => url),
    onEvent: (event: DatasetEvent) => events.push(event),
    ...more,
  };
}

const failures = (): string[] =>
  events.flatMap((event) => (event.type === 'mirrorFailed' ? [event.error.message] : []));

async function rejection(promise: Promise<unknown>): Promise<DatasetError> {
  const outcome: unknown = await promise.then(
    () => 'no error',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Error);
  return outcome as DatasetError;
}

describe('loadPublishedDataset from mirrors', () => {
  it('downloads the four files, then reads the cache without network', async () => {
    const server = await mirror();
    const { train, test } = await loadPublishedDataset(info, options([server]));
    expect(train.inputShape).toEqual([2, 3, 1]);
    expect(train.inputs).toEqual(plain.get('train-images-idx3-ubyte')!.subarray(16));
    expect([...test.labels]).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    expect(test.classNames).toEqual(['even', 'odd']);
    expect(server.requests).toEqual(fileNames);

    const again = await loadPublishedDataset(info, options([]));
    expect(again).toEqual({ train, test });
  });

  it('reports progress up to the size of each file', async () => {
    const server = await mirror();
    await fetchPublishedDataset(info, options([server]));
    for (const [name, bytes] of gzipped) {
      const last = events.filter((e) => e.type === 'download' && `${e.file}.gz` === name).at(-1);
      expect(last).toMatchObject({ receivedBytes: bytes.length, totalBytes: bytes.length });
    }
  });

  it('tries mirrors in order and goes on after 404', async () => {
    const empty = await mirror(serveFiles(new Map()));
    const server = await mirror();
    await fetchPublishedDataset(info, options([empty, server]));
    expect(empty.requests).toEqual(fileNames);
    expect(server.requests).toEqual(fileNames);
    expect(failures()[0]).toBe(`${empty.url}${first}: expected status 200, got status 404`);
  });

  it.each([
    [
      'another file',
      (bytes: Buffer) => gzipped.get(fileNames[1]!) ?? bytes,
      /expected 2416 bytes, got/,
    ],
    ['a changed byte', (bytes: Buffer) => bytes.with(bytes.length - 12, 0xa5), /got /],
    ['no gzip', () => Buffer.alloc(2416), /expected SHA-256/],
    [
      'a web page',
      () => Buffer.from('<html>Please sign in</html>'),
      /expected 2416 bytes, got 27 bytes/,
    ],
    ['a bomb', () => Buffer.from(bomb), /expected at most 2416 bytes after unpacking, got more/],
    ['far too many bytes', () => Buffer.alloc(200_000), /expected at most 67952 bytes, got more/],
  ])('never uses a mirror that sends %s', async (_, change, message) => {
    const wrong = await mirror(
      serveFiles(new Map([...gzipped, [first, Buffer.from(change(gzipped.get(first)!))]])),
    );
    const server = await mirror();
    const { train } = await loadPublishedDataset(info, options([wrong, server]));
    expect(train.labels).toHaveLength(400);
    expect(failures()).toHaveLength(1);
    expect(failures()[0]).toMatch(message);
    expect(server.requests).toEqual([first]);
  });

  it('resumes a broken transfer where it stopped when the server can', async () => {
    const bytes = gzipped.get(first)!;
    const server = await mirror((file, request, response) => {
      if (file !== first) serveFiles(gzipped)(file, request, response);
      else if (request.headers.range === undefined) {
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, 100), () => setTimeout(() => response.destroy(), 50));
      } else {
        const range = `bytes 100-${bytes.length - 1}/${bytes.length}`;
        response.writeHead(206, { 'content-range': range }).end(bytes.subarray(100));
      }
    });
    const { train } = await loadPublishedDataset(info, options([server]));
    expect(train.labels).toHaveLength(400);
    expect(server.requests.slice(0, 2)).toEqual([first, `${first} @100`]);
  });

  it('starts again when the server ignores the range', async () => {
    const bytes = gzipped.get(first)!;
    let isFirst = true;
    const server = await mirror((file, request, response) => {
      if (file === first && isFirst) {
        isFirst = false;
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, 100), () => setTimeout(() => response.destroy(), 50));
      } else serveFiles(gzipped)(file, request, response);
    });
    const { train } = await loadPublishedDataset(info, options([server]));
    expect(train.labels).toHaveLength(400);
    expect(server.requests.slice(0, 2)).toEqual([first, `${first} @100`]);
  });

  it('gives a mirror up that breaks off every time', async () => {
    const bytes = gzipped.get(first)!;
    const broken = await mirror((_file, _request, response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 10), () => setTimeout(() => response.destroy(), 20));
    });
    const server = await mirror();
    await fetchPublishedDataset(info, options([broken, server]));
    expect(broken.requests.filter((file) => file.startsWith(first))).toHaveLength(3);
    expect(server.requests).toEqual(fileNames);
  });

  it('gives a mirror up that stops sending', async () => {
    const silent = await mirror((_file, _request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write(new Uint8Array(10));
    });
    const server = await mirror();
    await fetchPublishedDataset(info, options([silent, server], { stallMs: 100 }));
    expect(failures()).toContain('nothing arrived for 0.1 s');
    expect(server.requests).toEqual(fileNames);
  });

  it('stops at once when aborted, and keeps nothing', async () => {
    const controller = new AbortController();
    const server = await mirror((_file, _request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write(new Uint8Array(10), () => {
        controller.abort(new Error('enough'));
      });
    });
    const error = await rejection(
      fetchPublishedDataset(info, options([server, server], { signal: controller.signal })),
    );
    expect(error.message).toBe('enough');
    expect(server.requests).toHaveLength(1);
    expect(await readdir(path.join(folder, 'cache', 'tiny'))).toEqual([]);
  });

  it('says offline which files are needed, where they go, and what works without', async () => {
    const error = await rejection(loadPublishedDataset(info, options([])));
    expect(error.code).toBe('unavailable');
    expect(error.message).toBe(
      `tiny: expected a copy in ${path.join(folder, 'cache')} or a mirror that delivers one, got no mirror to ask; ` +
        `put ${fileNames.join(', ')} into ${path.join('DIR', 'tiny')} and set MANABI_DATA_DIR to DIR, ` +
        'or use synthetic-digits, which needs no files',
    );
  });

  it('says why each mirror failed', async () => {
    const server = await mirror(serveFiles(new Map()));
    const closed = await mirror();
    await closed.close();
    servers.pop();
    const error = await rejection(loadPublishedDataset(info, options([server, closed])));
    expect(error.details.got).toContain(
      `${server.url}${first}: expected status 200, got status 404`,
    );
    expect(error.details.got).toContain(`${closed.url}${first}: fetch failed (`);
    expect(error.details.got).toContain('ECONNREFUSED');
  });
});

/** 1 MB of zeros as gzip. */
const bomb = await (async () => {
  const { gzipSync } = await import('node:zlib');
  return gzipSync(new Uint8Array(1_000_000));
})();

describe('the cache on disk', () => {
  async function keptFile(): Promise<string> {
    const [entry] = await listLocalFiles(info, options([]));
    return entry!.path;
  }

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 50)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.with(60, 0xa5))],
    ['empty', () => Buffer.alloc(0)],
  ])('reports and replaces a file that is %s', async (_, damage) => {
    const server = await mirror();
    await fetchPublishedDataset(info, options([server]));
    const file = await keptFile();
    await writeFile(file, damage(await readFile(file)));
    events = [];

    const { train } = await loadPublishedDataset(info, options([server]));
    expect(train.labels).toHaveLength(400);
    expect(events.filter(({ type }) => type === 'corruptCache')).toMatchObject([
      { file: 'train-images-idx3-ubyte', error: { code: 'corrupt', path: file } },
    ]);
    expect(server.requests).toEqual([...fileNames, first]);
    expect(await readFile(file)).toEqual(gzipped.get(first));
  });

  it('never uses a damaged file when it cannot be replaced', async () => {
    const server = await mirror();
    await fetchPublishedDataset(info, options([server]));
    await writeFile(await keptFile(), 'damaged');
    expect((await rejection(loadPublishedDataset(info, options([])))).code).toBe('unavailable');
  });

  it('downloads once when three processes ask at once', async () => {
    const server = await mirror((file, request, response) => {
      setTimeout(() => {
        serveFiles(gzipped)(file, request, response);
      }, 100);
    });
    const outcomes = await Promise.all([1, 2, 3].map(() => fetchInProcess(server.url)));
    expect(outcomes).toEqual(['4 files', '4 files', '4 files']);
    expect(server.requests).toEqual(fileNames);
  });

  /** Runs the fetch in a process of its own, against the built package. */
  function fetchInProcess(url: string): Promise<string> {
    const child = fork(new URL('./fetch-in-process.mjs', import.meta.url));
    child.send({ info, options: { cacheDir: path.join(folder, 'cache'), mirrors: [url] } });
    return new Promise((resolve, reject) => {
      child.once('message', (message) => {
        resolve(message as string);
      });
      child.once('error', reject);
    });
  }

  it('says what to do when it cannot be written', async () => {
    const blocked = path.join(folder, 'blocked');
    await writeFile(blocked, 'a file where the folder should be');
    const error = await rejection(
      loadPublishedDataset(info, options([await mirror()], { cacheDir: blocked })),
    );
    expect(error).toMatchObject({ name: 'DatasetError', code: 'invalid', path: blocked });
    expect(error.message).toMatch(/keep downloads in, got .*; set MANABI_CACHE_DIR to another/);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'refuses a place where the system makes no folders (needs /proc)',
    async () => {
      const cacheDir = '/proc/manabi/cache';
      const error = await rejection(
        loadPublishedDataset(info, options([await mirror()], { cacheDir })),
      );
      expect(error).toMatchObject({ name: 'DatasetError', code: 'invalid', path: cacheDir });
    },
  );

  it('waits for a lock no longer than the signal allows', async () => {
    const server = await mirror(() => undefined);
    const holder = fetchPublishedDataset(info, options([server], { stallMs: 500 }));
    const outcome = rejection(holder);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const error = await rejection(
      fetchPublishedDataset(info, options([server], { signal: AbortSignal.timeout(100) })),
    );
    expect(error.name).toBe('TimeoutError');
    expect((await outcome).code).toBe('unavailable');
  });
});

describe('a data folder of the user', () => {
  async function fill(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
    await mkdir(path.join(folder, 'data', 'tiny'), { recursive: true });
    for (const [name, bytes] of files)
      await writeFile(path.join(folder, 'data', 'tiny', name), bytes);
    return path.join(folder, 'data');
  }

  it.each([
    ['gzipped', gzipped],
    ['plain', plain],
    ['spelt with a dot', new Map([...plain].map(([name, b]) => [name.replace('-idx', '.idx'), b]))],
  ])('is read without network: files %s', async (_, files) => {
    const dataDir = await fill(files);
    const { train, test } = await loadPublishedDataset(info, options([], { dataDir }));
    expect([train.labels.length, test.labels.length]).toEqual([400, 10]);
    expect(await readdir(folder)).toEqual(['data']);
  });

  it('is checked against the checksums of a known set', async () => {
    const dataDir = await fill(plain);
    const file = path.join(dataDir, 'tiny', 't10k-labels-idx1-ubyte');
    await writeFile(file, plain.get('t10k-labels-idx1-ubyte')!.with(13, 0));
    const error = await rejection(loadPublishedDataset(info, options([], { dataDir })));
    expect(error).toMatchObject({ code: 'corrupt', path: file });
    expect(error.message).toContain('expected SHA-256');
  });

  it('names the file that is missing', async () => {
    const dataDir = await fill(plain);
    await rm(path.join(dataDir, 'tiny', 't10k-labels-idx1-ubyte'));
    const error = await rejection(loadPublishedDataset(info, options([], { dataDir })));
    expect(error).toMatchObject({ code: 'not-found' });
    expect(error.message).toContain('expected t10k-labels-idx1-ubyte or t10k-labels-idx1-ubyte.gz');
  });

  it('gives way to the cache when it does not hold the set', async () => {
    const server = await mirror();
    const { train } = await loadPublishedDataset(info, options([server], { dataDir: folder }));
    expect(train.labels).toHaveLength(400);
  });
});

describe('verifyLocalFiles', () => {
  const statuses = async (more?: PublishedDatasetOptions) =>
    (await verifyLocalFiles(info, options([], more))).map(({ status }) => status);

  it('tells missing, corrupt and verified files apart', async () => {
    expect(await statuses()).toEqual(['missing', 'missing', 'missing', 'missing']);
    const server = await mirror();
    await fetchPublishedDataset(info, options([server]));
    expect(await statuses()).toEqual(['verified', 'verified', 'verified', 'verified']);
    const [, labels] = await listLocalFiles(info, options([]));
    await writeFile(labels!.path, 'damaged');
    expect(await statuses()).toEqual(['verified', 'corrupt', 'verified', 'verified']);
  });

  it('says where only the size could be checked', async () => {
    const unhashed = {
      ...info,
      files: info.files.map((file) => ({ ...file, content: { ...file.content, sha256: null } })),
    };
    await mkdir(path.join(folder, 'tiny'));
    for (const [name, bytes] of plain) await writeFile(path.join(folder, 'tiny', name), bytes);
    const files = await verifyLocalFiles(unhashed, options([], { dataDir: folder }));
    expect(files.map(({ status }) => status)).toEqual(Array(4).fill('unverified'));

    const server = await mirror();
    const { train } = await loadPublishedDataset(unhashed, options([server]));
    expect(train.labels).toHaveLength(400);
  });
});

describe('loadDatasets', () => {
  it('loads every kind of reference', async () => {
    for (const [name, bytes] of plain) await writeFile(path.join(folder, name), bytes);
    expect((await loadDatasets(`idx:${folder}`)).train.labels).toHaveLength(400);
    expect((await loadDatasets('iris', { seed: 3 })).train.labels).toHaveLength(120);
    const digits = await loadDatasets('synthetic-digits', { trainSize: 7, testSize: 3 });
    expect(digits.test.labels).toHaveLength(3);
    const missing = path.join(folder, 'none');
    expect((await rejection(loadDatasets(`images:${missing}`))).message).toBe(
      `${missing}: expected a folder, got nothing there`,
    );
    const wrong = await rejection(loadDatasets('minst'));
    expect(wrong.message).toMatch(/^data set: expected one of mnist, .*, got "minst"$/);
  });
});
