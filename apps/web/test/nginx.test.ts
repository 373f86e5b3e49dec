/** @file The configuration for nginx in docs/deploy.md, in nginx itself, with the built site. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromiumArguments, findChromium } from '@manabi/test-utils';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../build/content-security-policy.ts';
import { builtSite } from './static-host.js';

const guide = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8');
const [, block = ''] = /```nginx\n(.*?)```/s.exec(guide) ?? [];
const nginx = '/usr/sbin/nginx';
const executablePath = findChromium();
const missing = !existsSync(nginx)
  ? 'nginx'
  : executablePath === undefined
    ? 'Chromium'
    : undefined;
const note = missing === undefined ? '' : ` (skipped: no ${missing} here)`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('names the policy that the built page states', () => {
  expect(block).toContain(`add_header Content-Security-Policy "${contentSecurityPolicy}";`);
});

describe.skipIf(missing !== undefined)(`nginx as docs/deploy.md configures it${note}`, () => {
  let folder: string;
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manabi-nginx-'));
    const port = await freePort();
    address = `http://localhost:${port}/manabi/`;
    await mkdir(join(folder, 'www'));
    await cp(builtSite, join(folder, 'www/manabi'), { recursive: true });
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const configuration = `
      ${user}
      daemon off;
      pid ${folder}/nginx.pid;
      error_log stderr warn;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off;
        client_body_temp_path ${folder}/body;
        proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/fastcgi;
        uwsgi_temp_path ${folder}/uwsgi;
        scgi_temp_path ${folder}/scgi;
        server {
          listen localhost:${port};
          ${block.replace('root /srv/www;', `root ${folder}/www;`)}
        }
      }`;
    await writeFile(join(folder, 'nginx.conf'), configuration);
    server = spawn(nginx, ['-e', 'stderr', '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
    const answers = () =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
    while (server.exitCode === null && !(await answers())) await sleep(50);
  });
  afterAll(async () => {
    server.kill();
    await rm(folder, { recursive: true });
  });

  it('sends isolation, policy, types and lifetimes', async () => {
    const page = await fetch(address);
    const html = await page.text();
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const assets = readFileSync(join(builtSite, 'service-worker.js'), 'utf8');
    const wasm = /assets\/[^"]+\.wasm/.exec(assets)?.[0] ?? '';
    for (const name of ['', script, wasm, 'service-worker.js', 'manifest.webmanifest']) {
      const { headers } = await fetch(`${address}${name}`);
      expect(headers.get('cross-origin-opener-policy'), name).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy'), name).toBe('require-corp');
      expect(headers.get('content-security-policy'), name).toBe(contentSecurityPolicy);
    }
    const header = async (path: string, name: string) =>
      (await fetch(`${address}${path}`)).headers.get(name);
    expect(await header('', 'cache-control')).toBe('no-cache');
    expect(await header('service-worker.js', 'cache-control')).toBe('no-cache');
    expect(await header(script, 'cache-control')).toBe('max-age=315360000');
    expect(await header(script, 'content-type')).toMatch(/javascript$/);
    expect(await header(script, 'content-encoding')).toBe('gzip');
    expect(await header(wasm, 'content-type')).toBe('application/wasm');
    expect(await header(wasm, 'content-encoding')).toBe('gzip');
    expect(await header('manifest.webmanifest', 'content-type')).toBe('application/manifest+json');
  });

  it('serves a site with threads at the first visit, and without network afterwards', async () => {
    const browser = await chromium.launch({
      executablePath: executablePath!,
      args: chromiumArguments,
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    const learnt = () => page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await page.goto(address);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await learnt();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await learnt();
    expect(problems).toEqual([]);
    await browser.close();
  }, 240_000);
});
