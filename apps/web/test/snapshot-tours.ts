/**
 * @file Which states of the lab, the visualiser and the explorer have a picture: each layout once, in
 * languages, colours and widths that alternate. Runs are seeded and have ended; what differs from run
 * to run (when it was kept) is hidden, as an instructor can hide it.
 */
import type { Appearance, Page } from './site.js';

export interface Stop extends Required<Appearance> {
  /** Of its file. */
  readonly name: string;
  /** Path in the address. */
  readonly path: string;
  /** Added to what the address says of the run. */
  readonly query?: string;
  readonly width: number;
  /** Waits until everything is there. */
  readonly ready: (page: Page) => Promise<void>;
}

export interface Tour {
  /** Where it begins. */
  readonly view: string;
  /** Trains what the stops look at. */
  readonly begin: (page: Page) => Promise<void>;
  readonly stops: readonly Stop[];
}

const patience = { timeout: 120_000 };

const there = (selector: string) => (page: Page) =>
  page.locator(selector).first().waitFor(patience);

const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

const ended = there('.sentence[data-phase="ended"]');
const trained = there('.status[data-phase="ended"]');

/** What the address says of a tour's run, apart from where it is looked at. */
const bases = new WeakMap<Page, string>();

/** Goes on to a stop within the page: what was trained stays. */
export async function goToStop(page: Page, { path, query }: Stop): Promise<void> {
  const now = new URL(page.url()).hash.split('?')[1] ?? '';
  const base = bases.get(page) ?? now;
  bases.set(page, base);
  const search = query === undefined ? base : `${base}&${query}`;
  await page.evaluate((hash) => (location.hash = hash), `#/${path}?${search}`);
}

/** Two small runs on the CPU backend, which computes the same everywhere. */
async function trainTwice(page: Page): Promise<void> {
  await there('.sentence[data-phase="ready"]')(page);
  await button(page, 'Start').click();
  await ended(page);
  await page.waitForURL(/run=\w/, patience);
  const first = /run=\w+/.exec(page.url())![0];
  await page.getByRole('combobox', { name: 'Batch size' }).selectOption('64');
  await button(page, 'Start a new run').click();
  await page.waitForURL(({ hash }) => !hash.includes(first), patience);
  await ended(page);
}

const lab: Tour = {
  view: 'lab/train?d=synthetic-digits:600,200,1&n=conv4k5s2relu-flatten-dense10&epochs=2&backend=cpu',
  begin: trainTwice,
  stops: [
    {
      ...{ name: 'lab-train.ja-light-1280', path: 'lab/train', query: 'hide=runs' },
      ...{ language: 'ja', scheme: 'light', width: 1280, ready: ended },
    },
    {
      ...{ name: 'lab-look.en-dark-360', path: 'lab/look', query: 'example=0' },
      ...{ language: 'en', scheme: 'dark', width: 360 },
      ready: there('main [data-mark="cell-0-0"]'),
    },
    {
      ...{ name: 'lab-time.ja-dark-1280', path: 'lab/time', query: 'epoch=2&beside=0' },
      ...{ language: 'ja', scheme: 'dark', width: 1280 },
      ready: (page) => page.locator('main dl:not(.old)').nth(2).waitFor(patience),
    },
    {
      ...{ name: 'lab-compare.en-light-360', path: 'lab/compare', query: 'hide=compare-choice' },
      ...{ language: 'en', scheme: 'light', width: 360 },
      ready: (page) => page.locator('.matrices svg').nth(1).waitFor(patience),
    },
    {
      ...{ name: 'lab-files.ja-light-360', path: 'lab/files', query: 'hide=runs' },
      ...{ language: 'ja', scheme: 'light', width: 360, ready: there('main [role="tabpanel"]') },
    },
    {
      ...{ name: 'lab-data.en-dark-1280', path: 'lab/data', query: 'class=7&image=20' },
      ...{ language: 'en', scheme: 'dark', width: 1280 },
      ready: (page) => page.locator('[role="listbox"] [role="option"]').nth(40).waitFor(patience),
    },
    {
      ...{ name: 'lab-data-iris.ja-light-360', path: 'lab/data', query: 'd=iris&image=2' },
      ...{ language: 'ja', scheme: 'light', width: 360, ready: there('main tbody tr') },
    },
    {
      ...{ name: 'lab-network.ja-dark-360', path: 'lab/network' },
      query: 'n=conv8k3x5relu-maxpool2x1-dense10',
      ...{
        language: 'ja',
        scheme: 'dark',
        width: 360,
        ready: there('[data-layer] .wrong, li.wrong'),
      },
    },
  ],
};

const network: Tour = {
  view: 'network?at=3&done=288x0.1',
  begin: there('[data-steps="288"]'),
  stops: [
    {
      ...{ name: 'network.en-light-1280', path: 'network', query: 'hide=break-it,why-wrong' },
      ...{ language: 'en', scheme: 'light', width: 1280, ready: there('[data-mark="unit-1-3"]') },
    },
    {
      ...{
        name: 'network-connection.ja-dark-360',
        path: 'network/1.4/2',
        query: 'hide=break-it,why-wrong',
      },
      ...{ language: 'ja', scheme: 'dark', width: 360, ready: there('[data-mark="unit-1-3"]') },
    },
  ],
};

const cnn: Tour = {
  view: 'cnn',
  begin: trained,
  stops: [
    {
      ...{ name: 'cnn.ja-dark-1280', path: 'cnn', query: 'off=conv1:0&shift=2,0' },
      ...{ language: 'ja', scheme: 'dark', width: 1280 },
      async ready(page) {
        await page.locator('.figure[data-broken="true"]').waitFor(patience);
        await page.locator('.rests').scrollIntoViewIfNeeded();
        await page.locator('.rests[aria-busy="false"] li').first().waitFor(patience);
      },
    },
    {
      ...{ name: 'cnn-cell.en-light-360', path: 'cnn/conv2/3/cell' },
      query: 'at=4,6&ch=5&hide=break-it,why-wrong',
      ...{ language: 'en', scheme: 'light', width: 360, ready: there('[data-cell="4,6"]') },
    },
  ],
};

export const tours: Readonly<Record<string, Tour>> = { lab, network, cnn };
