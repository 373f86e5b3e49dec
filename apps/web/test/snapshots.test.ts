/**
 * @file What the site shows: of the lessons and the front page the accessibility tree as text, and of
 * every view a small grey picture, which a change of layout, of colours or of a chart would not match.
 * Delete `snapshots` and run this file to make both anew; look at them before you keep them.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { decode, encode } from 'fast-png';
import { expect, it, type TestContext } from 'vitest';
import { describeSite, settled, showAs, type Page } from './site.js';
import { goToStop, tours, type Tour } from './snapshot-tours.js';
import { lessonNames } from './views.js';

const folder = new URL('snapshots/', import.meta.url);
const note = new URL('made-with.txt', folder);
/** As for vitest's own: what is missing is made, but not by CI. */
const mayMake = process.env.CI === undefined;

/** Share of pixels that may differ: the rounding of a network's answers moves a bar by a pixel. */
const mostDifferent = 0.005;

/** A grey picture, [height, width] from 0 to 255. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const appearances = [
  { name: 'en-light', language: 'en', scheme: 'light' },
  { name: 'ja-dark', language: 'ja', scheme: 'dark' },
] as const;

/** The main part of the page at an eighth of its size, once it has come to rest. */
async function picture(page: Page): Promise<Picture> {
  const shot = () => page.locator('main').screenshot({ animations: 'disabled', caret: 'hide' });
  let bytes = await shot();
  for (let next = await shot(); !next.equals(bytes); next = await shot()) bytes = next;
  const { width, height, channels, data } = decode(bytes);
  // Rec. 709 luma of each pixel.
  const grey = Uint8Array.from({ length: width * height }, (_, i) => {
    const [red, green, blue] = data.subarray(i * channels, i * channels + 3);
    return Math.round(0.2126 * red! + 0.7152 * green! + 0.0722 * blue!);
  });
  return { width, height, data: grey };
}

/** What pictures depend on besides the site: the browser's version and how wide its fonts set a text. */
function madeWith(page: Page): Promise<string> {
  const browser = page.context().browser()!.version().split('.')[0];
  return page.evaluate((version) => {
    const context = document.createElement('canvas').getContext('2d')!;
    const widths = ['--font-text', '--font-number'].map((name) => {
      const family = getComputedStyle(document.documentElement).getPropertyValue(name);
      context.font = `100px ${family}`;
      return context.measureText('学び Neuron 0123').width.toFixed(1);
    });
    return `Chromium ${version}, a sample text ${widths.join(' and ')} pixels wide`;
  }, browser ?? '');
}

/** Share of pixels whose grey differs visibly. */
function difference(a: Picture, b: ReturnType<typeof decode>): number {
  if (a.width !== b.width || Math.abs(a.height - b.height) > 1) return 1;
  const size = Math.min(a.data.length, b.data.length);
  let differing = 0;
  for (let i = 0; i < size; i++) if (Math.abs(a.data[i]! - b.data[i]!) > 24) differing++;
  return differing / size;
}

/**
 * The tree without its running text, which is kept where it is written, and without what a network
 * has learnt: processors may round differently. A picture hides that in what may differ.
 */
function outline(tree: string): string {
  return tree
    .replaceAll(/^( *- (?:paragraph|text|status|listitem)): .*$/gm, '$1')
    .replaceAll(/[\d.]+\s?%/g, '…%')
    .replaceAll(/"[✓✗] .*$/gm, '…');
}

interface Case {
  /** Of its files. */
  readonly name: string;
  readonly view: string;
  readonly appearance: (typeof appearances)[number];
}

interface Look {
  readonly picture: Picture;
  /** What the pictures were made with. */
  readonly tools: string;
}

/** Compares with the picture that is kept, or keeps this one where there is none. */
async function looksTheSame(name: string, look: Look, skip: TestContext['skip']): Promise<void> {
  const { picture: got, tools } = look;
  const golden = new URL(`${name}.png`, folder);
  const bytes = encode({ ...got, channels: 1, depth: 8 });
  if (mayMake) await mkdir(folder, { recursive: true });
  if (mayMake && !existsSync(note)) await writeFile(note, `${tools}\n`);
  const known = (await readFile(note, 'utf8')).trim();
  skip(known !== tools, `the pictures were made with ${known}; here is ${tools}`);
  if (mayMake && !existsSync(golden)) await writeFile(golden, bytes);

  const share = difference(got, decode(await readFile(golden)));
  if (share <= mostDifferent) return;
  const results = new URL('../test-results/', import.meta.url);
  await mkdir(results, { recursive: true });
  await writeFile(new URL(`${name}.png`, results), bytes);
  const percent = (100 * share).toFixed(1);
  expect.fail(`${percent}% of ${name}.png differ; the new one lies in test-results`);
}

describeSite('as it was looked at', ({ open }) => {
  async function look({ view, appearance }: Case) {
    const { page } = await open(view, { ...appearance, reducedMotion: true, scale: 1 / 8 });
    if (view === '') {
      await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    }
    await settled(page);
    const seen = {
      picture: await picture(page),
      tree: outline(await page.locator('main').ariaSnapshot()),
      tools: await madeWith(page),
    };
    await page.context().close();
    return seen;
  }
  const looks = new Map<string, ReturnType<typeof look>>();
  function lookOnce(one: Case) {
    const known = looks.get(one.name) ?? look(one);
    looks.set(one.name, known);
    return known;
  }

  const cases = ['', ...lessonNames].flatMap((view) =>
    appearances.map((appearance): Case => {
      return { name: `${view || 'home'}.${appearance.name}`, view, appearance };
    }),
  );

  it.for(cases)('$name says the same', { timeout: 180_000 }, async (one) => {
    const { tree } = await lookOnce(one);
    await expect(`${tree}\n`).toMatchFileSnapshot(`snapshots/${one.name}.txt`);
  });

  it.for(cases)('$name looks the same', { timeout: 180_000 }, async (one, { skip }) => {
    await looksTheSame(one.name, await lookOnce(one), skip);
  });

  /** One page goes through a tour, which trains once. */
  async function travel({ view, begin, stops }: Tour): Promise<ReadonlyMap<string, Look>> {
    const { page, problems } = await open(view, { reducedMotion: true, scale: 1 / 8 });
    await begin(page);
    const seen = new Map<string, Look>();
    for (const stop of stops) {
      await page.setViewportSize({ width: stop.width, height: 900 });
      await goToStop(page, stop);
      await showAs(page, stop);
      await stop.ready(page);
      // Where a page is scrolled to moves its letters by parts of these large pixels.
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await settled(page);
      seen.set(stop.name, { picture: await picture(page), tools: await madeWith(page) });
    }
    expect(problems).toEqual([]);
    await page.context().close();
    return seen;
  }

  for (const [name, tour] of Object.entries(tours)) {
    let seen: ReturnType<typeof travel> | undefined;
    it.for(tour.stops)(
      `$name of the tour of ${name} looks the same`,
      { timeout: 300_000 },
      async (stop, { skip }) => {
        seen ??= travel(tour);
        await looksTheSame(stop.name, (await seen).get(stop.name)!, skip);
      },
    );
  }
});
