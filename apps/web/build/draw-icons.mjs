/**
 * @file Draws the icons of the installed site from `public/icon.svg`, once it has changed:
 * `node build/draw-icons.mjs` in apps/web.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromiumArguments, findChromium } from '@manabi/test-utils';
import { chromium } from 'playwright-core';

const folder = new URL('../public/', import.meta.url);
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');
/** Systems cut their own shape out of a maskable icon: all of it is background but the middle. */
const maskable = svg.replace(' rx="7"', '').replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"');
const background = /<rect[^>]*fill="([^"]+)"/.exec(svg)?.[1];

const icons = [
  { file: 'icon-192.png', size: 192, picture: svg },
  { file: 'icon-512.png', size: 512, picture: svg },
  { file: 'icon-maskable.png', size: 512, picture: maskable, background },
  { file: 'apple-touch-icon.png', size: 180, picture: svg, background },
];

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: chromiumArguments,
});
for (const { file, size, picture, background: fill = 'transparent' } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const sized = picture.replace('<svg ', `<svg width="${size}" height="${size}" `);
  await page.setContent(`<body style="margin:0;display:grid;background:${fill}">${sized}</body>`);
  writeFileSync(new URL(file, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
