import { afterEach, describe, expect, it, vi } from 'vitest';
import { circle, group, path, rect, text } from '../scene/make-marks.js';
import type { Mark, PathMark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { darkTheme, lightTheme } from '../theme/themes.js';
import { onCanvas } from './mark-canvas.js';
import { mountScene, type MountedScene, type MountOptions } from './mount-scene.js';
import type { SceneEvent } from './scene-event.js';

function scene(...marks: readonly Mark[]): Scene {
  const table = { caption: '', columns: [], rows: [] };
  return { width: 200, height: 100, title: 'Title', description: 'Finding.', table, marks };
}

const mounted: MountedScene[] = [];

function mount(shown: Scene, options: MountOptions = {}): MountedScene {
  const one = mountScene(document.body, shown, options);
  mounted.push(one);
  return one;
}

function mark(id: string): SVGElement {
  return document.querySelector<SVGElement>(`[data-mark="${id}"]`)!;
}

/** A row of squares that can be focused. */
function squares(count: number): readonly Mark[] {
  return Array.from({ length: count }, (_, i) =>
    rect(30 * i, 0, 24, 24, {
      id: `square-${i}`,
      label: `square ${i}`,
      fill: 'truth',
      focusable: true,
      datum: { index: i },
    }),
  );
}

afterEach(() => {
  for (const one of mounted.splice(0)) one.dispose();
  vi.restoreAllMocks();
});

describe('mountScene', () => {
  it('shows the scene with its title and finding for screen readers', () => {
    const { element } = mount(scene(text(0, 10, 'hello')));
    expect(element.getAttribute('role')).toBe('group');
    expect(element.getAttribute('aria-label')).toBe('Title');
    expect(element.getAttribute('aria-description')).toBe('Finding.');
    expect(element.textContent).toContain('hello');
  });

  it('touches only what changed: 200 marks, one attribute', () => {
    const marks = (x: number) =>
      Array.from({ length: 200 }, (_, i) => circle(i === 7 ? x : i, 5, 2, { id: `c${i}` }));
    const picture = mount(scene(...marks(7)));
    const observer = new MutationObserver(() => undefined);
    observer.observe(picture.element, { attributes: true, childList: true, subtree: true });
    picture.update(scene(...marks(70)));
    const records = observer.takeRecords();
    expect(records.map(({ attributeName }) => attributeName)).toEqual(['cx']);
    expect(mark('c7').getAttribute('cx')).toBe('70');
  });

  it('keeps the element of an id when marks come, go and change places', () => {
    const picture = mount(scene(...squares(4)));
    const [first, last] = [mark('square-0'), mark('square-3')];
    const [a, , , d] = squares(4);
    picture.update(scene(d!, text(0, 50, 'new'), a!));
    expect(mark('square-0')).toBe(first);
    expect(mark('square-3')).toBe(last);
    const order = [...picture.element.children].map(
      (child) => child.getAttribute('data-mark') ?? child.tagName,
    );
    expect(order).toEqual(['square-3', 'text', 'square-0']);
  });

  it('changes text in place', () => {
    const picture = mount(scene(text(0, 10, 'one', { id: 't' })));
    const before = mark('t');
    picture.update(scene(text(0, 10, 'two', { id: 't' })));
    expect(mark('t')).toBe(before);
    expect(before.textContent).toBe('two');
  });

  it('has the tooltip of the labelled mark under the pointer, also when the label changes', () => {
    const bar = (label: string) =>
      group([rect(0, 0, 20, 20, { fill: 'truth' }), text(5, 5, 'word')], { id: 'bar', label });
    const picture = mount(scene(bar('one'), rect(40, 0, 9, 9, { id: 'other' })));
    const titles = () =>
      [...picture.element.querySelectorAll('title')].map((title) => [
        title.parentElement!.dataset.mark,
        title.textContent,
      ]);
    const over = (element: Element) =>
      element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(titles()).toEqual([]);
    over(mark('bar').querySelector('text')!);
    expect(titles()).toEqual([['bar', 'one']]);
    picture.update(scene(bar('two'), rect(40, 0, 9, 9, { id: 'other' })));
    expect(titles()).toEqual([['bar', 'two']]);
    expect(mark('bar').textContent).toBe('twoword');
    over(mark('other'));
    expect(titles()).toEqual([]);
  });

  it('leaves elements alone whose marks are the same', () => {
    const picture = mount(scene(...squares(3)));
    const set = vi.spyOn(Element.prototype, 'setAttribute');
    picture.update(scene(...squares(3)));
    expect(set).not.toHaveBeenCalled();
    picture.update(scene(...squares(2), rect(60, 0, 24, 24, { id: 'square-2', fill: 'truth' })));
    expect(set.mock.contexts.every((element) => element === mark('square-2'))).toBe(true);
  });

  it('follows a change of theme', () => {
    const shown = scene(rect(0, 0, 9, 9, { id: 'r', fill: 'truth' }));
    const picture = mount(shown);
    picture.update(shown, darkTheme);
    expect(mark('r').getAttribute('fill')).toBe(darkTheme.tokens.truth);
  });

  it('reports the pointer by the innermost mark with an id, its datum and the scene’s units', () => {
    const events: SceneEvent[] = [];
    const inner = rect(10, 10, 20, 20, { fill: 'truth' });
    const shown = scene(group([inner], { id: 'bar', datum: { class: 3 } }));
    const { element } = mount(shown, { onEvent: (event) => events.push(event) });
    element.setAttribute('width', '400');
    element.setAttribute('height', '200');
    const box = element.getBoundingClientRect();
    const at = { bubbles: true, clientX: box.left + 40, clientY: box.top + 30 };
    const target = element.querySelector('rect')!;
    target.dispatchEvent(new PointerEvent('pointerover', at));
    target.dispatchEvent(new MouseEvent('click', at));
    element.dispatchEvent(new PointerEvent('pointerleave', at));
    expect(events.map(({ type, markId, datum }) => [type, markId, datum])).toEqual([
      ['enter', 'bar', { class: 3 }],
      ['press', 'bar', { class: 3 }],
      ['leave', 'bar', { class: 3 }],
    ]);
    expect(events[1]?.point?.x).toBeCloseTo(20, 5);
    expect(events[1]?.point?.y).toBeCloseTo(15, 5);
  });

  it('reports a drag wherever the pointer goes, until it is let go', () => {
    const events: SceneEvent[] = [];
    const { element } = mount(scene(...squares(2)), { onEvent: (event) => events.push(event) });
    const box = element.getBoundingClientRect();
    const move = (x: number) =>
      document.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + x }));
    mark('square-1').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    move(150);
    move(900);
    document.dispatchEvent(new PointerEvent('pointerup'));
    move(20);
    const drags = events.filter(({ type }) => type === 'drag');
    expect(drags.map(({ markId }) => markId)).toEqual(['square-1', 'square-1']);
    expect(drags.map(({ point }) => Math.round(point?.x ?? 0))).toEqual([150, 900]);
  });

  it('is one tab stop, and the arrow keys walk from mark to mark', () => {
    const events: SceneEvent[] = [];
    mount(scene(...squares(3)), { onEvent: (event) => events.push(event) });
    const stops = () => [0, 1, 2].map((i) => mark(`square-${i}`).getAttribute('tabindex'));
    expect(stops()).toEqual(['0', '-1', '-1']);
    mark('square-0').focus();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowRight');
    expect(document.activeElement).toBe(mark('square-1'));
    expect(stops()).toEqual(['-1', '0', '-1']);
    press('ArrowUp');
    expect(document.activeElement).toBe(mark('square-1'));
    press('Enter');
    press(' ');
    press('Escape');
    const told = events.filter(({ type }) => type === 'press' || type === 'key');
    expect(told.map(({ type, datum, key }) => [type, datum, key])).toEqual([
      ['key', { index: 1 }, 'ArrowUp'],
      ['press', { index: 1 }, undefined],
      ['press', { index: 1 }, undefined],
      ['key', { index: 1 }, 'Escape'],
    ]);
  });

  it('is no tab stop itself', () => {
    const { element } = mount(scene(...squares(1)));
    element.focus();
    expect(document.activeElement).not.toBe(element);
  });

  it('keeps the focus when the scene changes', () => {
    const picture = mount(scene(...squares(3)));
    mark('square-2').focus();
    picture.update(scene(...squares(3), text(0, 50, 'more')));
    expect(document.activeElement).toBe(mark('square-2'));
    expect(mark('square-2').getAttribute('tabindex')).toBe('0');
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('with reduced motion %s flashes %i times', (reduced, times) => {
    const matches = vi.spyOn(window, 'matchMedia');
    matches.mockReturnValue({ matches: reduced } as MediaQueryList);
    const animate = vi.spyOn(SVGElement.prototype, 'animate');
    const edge = (width: number) => rect(0, 0, width, 2, { id: 'edge', flash: true });
    const picture = mount(scene(edge(1)));
    picture.update(scene(edge(1)));
    expect(animate).not.toHaveBeenCalled();
    picture.update(scene(edge(2)));
    expect(animate).toHaveBeenCalledTimes(times);
  });

  it('paints images on a canvas beneath, again only when they or the pixels of the screen changed', () => {
    const image = (levels: readonly number[]): Mark => ({
      ...{ type: 'image', id: 'image', x: 0, y: 0, width: 20, height: 20 },
      pixels: { scale: 'ink', columns: 2, rows: 1, levels: Uint8Array.from(levels) },
    });
    const first = image([0, 255]);
    const picture = mount(scene(first, rect(0, 0, 5, 5, { id: 'r' })), {
      painted: onCanvas(({ type }) => type === 'image'),
    });
    expect(document.querySelector('image')).toBeNull();
    const canvas = document.querySelector('canvas')!;
    const colors = () =>
      [0.25, 0.75].map((share) => {
        const ratio = canvas.width / 200;
        const { data } = canvas
          .getContext('2d')!
          .getImageData(20 * share * ratio, 10 * ratio, 1, 1);
        return [...data];
      });
    expect(colors()).toEqual([
      [0, 0, 0, 255],
      [255, 255, 255, 255],
    ]);
    const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage');
    picture.update(scene(first, rect(0, 0, 7, 5, { id: 'r' })));
    expect(paint).not.toHaveBeenCalled();
    picture.update(scene(image([255, 0])));
    expect(colors()).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 255],
    ]);
    vi.stubGlobal('devicePixelRatio', 3 * devicePixelRatio);
    const { width } = canvas;
    picture.update(scene(image([255, 0])));
    vi.unstubAllGlobals();
    expect(canvas.width).toBe(3 * width);
    expect(colors()).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 255],
    ]);
    picture.dispose();
    expect(document.querySelector('canvas')).toBeNull();
  });

  describe('of painted lines', () => {
    const line = (stroke: 'positive' | 'negative', extra: Partial<PathMark> = {}) =>
      group(
        [
          path('M0 50H200', { stroke, strokeWidth: 20, ...extra }),
          path('M0 50H200', { stroke: 'transparent', strokeWidth: 40 }),
        ],
        { id: 'edge', label: stroke, datum: { from: 3 } },
      );
    const onPainted = { painted: onCanvas(({ id = '' }) => id.startsWith('edge')) };
    /** In the middle of the picture. */
    const pixel = () => {
      const canvas = document.querySelector('canvas')!;
      const middle = [canvas.width / 2, canvas.height / 2] as const;
      return [...canvas.getContext('2d')!.getImageData(...middle, 1, 1).data];
    };
    const opaque = (token: 'positive' | 'negative') => [
      ...[1, 3, 5].map((at) => Number.parseInt(lightTheme.tokens[token].slice(at, at + 2), 16)),
      255,
    ];

    it('paints what is seen, and leaves name, datum and what the pointer catches in the SVG', () => {
      const events: SceneEvent[] = [];
      const picture = mount(scene(line('positive')), {
        ...onPainted,
        onEvent: (event) => events.push(event),
      });
      expect(pixel()).toEqual(opaque('positive'));
      const strokes = () =>
        [...mark('edge').querySelectorAll('path')].map((one) => one.getAttribute('stroke'));
      expect(strokes()).toEqual(['transparent']);
      expect(mark('edge').getAttribute('aria-label')).toBe('positive');
      mark('edge').firstElementChild!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      expect(events).toMatchObject([{ type: 'press', markId: 'edge', datum: { from: 3 } }]);
      picture.update(scene(line('negative')));
      expect(pixel()).toEqual(opaque('negative'));
      expect(mark('edge').getAttribute('aria-label')).toBe('negative');
      picture.update(scene(line('negative')), darkTheme);
      expect(pixel()).not.toEqual(opaque('negative'));
    });

    it('names many lines anew once they rest', async () => {
      const lines = (label: string) =>
        scene(
          ...Array.from({ length: 200 }, (_, i) =>
            group(
              [
                path('M0 50H200', { stroke: 'positive', strokeWidth: label.length }),
                path('M0 50H200', { stroke: 'transparent', strokeWidth: 40 }),
              ],
              { id: `edge-${i}`, label },
            ),
          ),
          text(0, 10, label, { id: 'said' }),
          group([group([], { id: 'edge-within', label })], { id: 'around' }),
        );
      const nameOf = (id: string) => mark(id).getAttribute('aria-label');
      const picture = mount(lines('a'), onPainted);
      mark('edge-5').firstElementChild!.dispatchEvent(
        new PointerEvent('pointerover', { bubbles: true }),
      );
      picture.update(lines('bb'));
      picture.update(lines('ccc'));
      expect(mark('said').textContent).toBe('ccc');
      expect([nameOf('edge-7'), nameOf('edge-within')]).toEqual(['a', 'a']);
      // What is read now says the truth now.
      expect(mark('edge-5').querySelector('title')?.textContent).toBe('ccc');
      await vi.waitFor(() => expect(nameOf('edge-7')).toBe('ccc'), { timeout: 5000 });
      expect(nameOf('edge-within')).toBe('ccc');
    });

    it('flashes what just changed, and not again while it stays', async () => {
      const picture = mount(scene(line('positive', { flash: true })), onPainted);
      expect(pixel()).toEqual(opaque('positive'));
      picture.update(scene(line('negative', { flash: true })));
      expect(pixel()[3]).toBeLessThan(255);
      await vi.waitFor(() => expect(pixel()).toEqual(opaque('negative')), { timeout: 5000 });
      picture.update(scene(line('negative', { flash: true }), rect(0, 0, 5, 5)));
      expect(pixel()).toEqual(opaque('negative'));
    });
  });

  it('leaves nothing behind, twice', () => {
    const events: SceneEvent[] = [];
    const picture = mount(scene(...squares(1)), { onEvent: (event) => events.push(event) });
    const square = mark('square-0');
    picture.dispose();
    picture.dispose();
    expect(document.querySelector('svg')).toBeNull();
    square.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(events).toEqual([]);
  });
});
