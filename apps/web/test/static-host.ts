/** @file A static host as plain as they come, for the built site: files under a path, nothing else. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const builtSite = fileURLToPath(new URL('../dist', import.meta.url));

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface HostOptions {
  /** Folder to serve; default the built site. */
  readonly folder?: string;
  /** Path at which it lies, with a slash at both ends; default `/class/manabi/`. */
  readonly path?: string;
  /** Sent with every file; default none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether `.gz` files are sent as encoded content, as some hosts do; default false. */
  readonly encodesGzip?: boolean;
}

export interface Host {
  /** Address of the folder, with a slash at its end. */
  readonly address: string;
  /** Paths within the folder that were asked for, in order. */
  readonly requests: readonly string[];
  /** Serves another folder from now on: a new version of the site. */
  readonly serve: (folder: string) => void;
  readonly close: () => Promise<void>;
}

/** Starts a host on a free port of this machine. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const { path = '/class/manabi/', headers = {}, encodesGzip = false } = options;
  let { folder = builtSite } = options;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const inside = pathname.startsWith(path) ? pathname.slice(path.length) : undefined;
    requests.push(inside ?? pathname);
    const name = inside === '' ? 'index.html' : inside;
    const extension = extname(name ?? '');
    // `normalize` keeps a request within the folder.
    const file = join(folder, normalize(`/${name ?? ''}`));
    const read = name === undefined ? Promise.reject(new Error('outside')) : readFile(file);
    read.then(
      (bytes) => {
        response.writeHead(200, {
          'Content-Type': mimeTypes[extension] ?? 'application/octet-stream',
          ...(encodesGzip && extension === '.gz' ? { 'Content-Encoding': 'gzip' } : {}),
          ...headers,
        });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      },
      () => {
        response.writeHead(404, headers).end('not found');
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${path}`,
    requests,
    serve: (next) => {
      folder = next;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}
