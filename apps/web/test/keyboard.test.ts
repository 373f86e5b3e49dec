/** @file The whole site by keyboard alone. */
import { expect, it } from 'vitest';
import { describeSite, settled, type Page } from './site.js';
import { lessonNames, viewNames } from './views.js';

/** One press of Tab on, what has the focus. */
interface Stop {
  /** Its place among the elements of the page; -1 behind the last. */
  readonly place: number;
  readonly what: string;
  /** Whether a ring shows it, on itself or on the label around or beside it. */
  readonly ringed: boolean;
  /** Whether any of it is in the window and not under the header. */
  readonly inView: boolean;
}

async function tab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) {
      return { place: -1, what: 'nothing', ringed: true, inView: true };
    }
    const around = [element, element.nextElementSibling];
    for (let parent = element.parentElement, i = 0; parent !== null && i < 3; i++) {
      around.push(parent);
      parent = parent.parentElement;
    }
    const ringed = around.some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && outlineWidth !== '0px';
    });
    const box = element.getBoundingClientRect();
    const header = document.querySelector('header')!;
    const inWindow = box.bottom > 0 && box.top < innerHeight;
    const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const covered = header.contains(middle) && !header.contains(element);
    return {
      place: [...document.querySelectorAll('*')].indexOf(element),
      what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`,
      ringed,
      inView: inWindow && !covered,
    };
  });
}

/** How many elements the Tab key has to reach: of radio buttons one a group. */
function expectedStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const groups = new Set<string>();
    return [
      ...document.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled')) return false;
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const known = groups.has(element.name);
      groups.add(element.name);
      return !known;
    }).length;
  });
}

/** Goes through a page with the Tab key, once: its stops, and how many there have to be. */
async function walk(page: Page): Promise<[stops: Stop[], least: number]> {
  const least = await expectedStops(page);
  const stops: Stop[] = [];
  // A view may grow while one goes through it, as the front page does when its network answers.
  for (let stop = await tab(page); stop.place !== -1; stop = await tab(page)) {
    if (!stop.ringed || !stop.inView) {
      // Something above may just have been drawn and have moved it: once more, at rest.
      await settled(page);
      await page.keyboard.press('Shift+Tab');
      stop = await tab(page);
    }
    stops.push(stop);
    expect(stops.length, `after ${least} stops expected: ${stop.what}`).toBeLessThan(3 * least);
  }
  return [stops, least];
}

function placesOf(stops: readonly Stop[]): number {
  return new Set(stops.map(({ what, place }) => `${place} ${what}`)).size;
}

describeSite('by keyboard alone', ({ open }) => {
  it.each(viewNames)('every stop of /%s is seen, none is a trap', async (view) => {
    const { page } = await open(view, { reducedMotion: true });
    await settled(page);
    let [stops, least] = await walk(page);
    // A view may have changed behind the walker, as the look pane does once its run is ready: again, at rest.
    if (placesOf(stops) < least) [stops, least] = await walk(page);
    expect(stops.filter(({ ringed }) => !ringed).map(({ what }) => what)).toEqual([]);
    expect(stops.filter(({ inView }) => !inView).map(({ what }) => what)).toEqual([]);
    expect(placesOf(stops)).toBeGreaterThanOrEqual(least);
    await page.context().close();
  });

  it('leads from lesson to lesson, answers their questions and closes what it opened', async () => {
    const { page, problems } = await open('', { reducedMotion: true });
    const tabTo = async (what: RegExp) => {
      for (let presses = 0; presses < 300; presses++) {
        const stop = await tab(page);
        if (what.test(stop.what)) return;
      }
      throw new Error(`no stop ${String(what)}`);
    };
    await tabTo(/^BUTTON.*Lessons/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    for (let number = 1; number <= lessonNames.length; number++) {
      await page.getByText(`Lesson ${number}`, { exact: true }).waitFor();
      const question = page.getByRole('group', { name: 'Question' }).first();
      const answer = question.getByRole('radio').first();
      await answer.waitFor();
      for (let presses = 0; presses < 300; presses++) {
        await page.keyboard.press('Tab');
        if (await answer.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press('Space');
      expect(await answer.isChecked()).toBe(true);
      await expect.poll(() => question.getByRole('status').textContent()).not.toBe('');
      if (number < lessonNames.length) {
        await tabTo(/Next lesson/);
        await page.keyboard.press('Enter');
      }
    }
    await page.getByRole('button', { name: 'Share' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Share');
    expect(problems).toEqual([]);
    await page.context().close();
  }, 180_000);
});
