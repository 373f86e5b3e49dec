import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request; `file` is the last part of its address. */
export type Answer = (file: string, request: IncomingMessage, response: ServerResponse) => void;

/** A mirror on this machine; every request is noted as `file` or `file @offset`. */
export interface MirrorServer {
  /** Ends in `/`. */
  readonly url: string;
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startMirror(answer: Answer): Promise<MirrorServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const file = request.url!.split('/').at(-1)!;
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    requests.push(range === null ? file : `${file} @${range[1]!}`);
    answer(file, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/set/`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends whole files. */
export function serveFiles(files: ReadonlyMap<string, Uint8Array>): Answer {
  return (file, _request, response) => {
    const bytes = files.get(file);
    if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  };
}
