import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What to tell a reader whose browser tests were skipped. */
export const chromiumHelp =
  'no Chromium found; install it ("apt-get install chromium") or set MANABI_CHROMIUM to its path.';

/** Flags for a headless test browser: software WebGPU, no sandbox (root), no background traffic. */
export const chromiumArguments: string[] = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];

/** Path of the Chromium to test with: `MANABI_CHROMIUM`, else the usual places; else undefined. */
export function findChromium(): string | undefined {
  const named = process.env.MANABI_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`MANABI_CHROMIUM: no file at ${named}`);
    return named;
  }
  return usualPlaces.find((path) => existsSync(path));
}
