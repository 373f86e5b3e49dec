import type { Mark } from '../scene/mark.js';
import { arrowKeys, nearestElement } from './nearest-element.js';
import type { SceneEvent } from './scene-event.js';

/** What the listeners need to know about the picture. */
export interface Listening {
  readonly markOf: (element: Element) => Mark | undefined;
  readonly focusable: () => readonly Element[];
  readonly onEvent: (event: SceneEvent) => void;
  /** The pointer is over an element of the picture, or left it. */
  readonly onPoint: (element: Element | undefined) => void;
  /** The keyboard arrived at a mark. */
  readonly onFocus: (element: Element) => void;
  /** Ends the listening. */
  readonly signal: AbortSignal;
}

/**
 * Turns the DOM's events inside a picture into scene events.
 *
 * @param container - of the picture: Chromium stops the Tab key at an SVG that listens for focus itself.
 */
export function listen(container: Element, picture: SVGElement, listening: Listening): void {
  const { markOf, focusable, onEvent, onPoint, onFocus, signal } = listening;

  function named(target: EventTarget | null): Element | undefined {
    const found = target instanceof Element ? target.closest('[data-mark]') : null;
    return found !== null && picture.contains(found) ? found : undefined;
  }

  function report(type: SceneEvent['type'], on: Element, event?: MouseEvent, key?: string): void {
    const mark = markOf(on);
    if (mark?.id === undefined) return;
    onEvent({
      type,
      markId: mark.id,
      datum: mark.datum,
      point: event === undefined ? undefined : toScene(picture, event),
      ...(key === undefined ? {} : { key }),
    });
  }

  let under: Element | undefined;
  function hover(next: Element | undefined, event: PointerEvent): void {
    if (next === under) return;
    if (under !== undefined) report('leave', under, event);
    under = next;
    if (next !== undefined) report('enter', next, event);
  }

  /** The pointer may run ahead of what it drags, so the whole page is listened to. */
  function drag(on: Element): void {
    const released = new AbortController();
    const until = { signal: AbortSignal.any([signal, released.signal]) };
    const page = picture.ownerDocument;
    page.addEventListener('pointermove', (event) => report('drag', on, event), until);
    for (const end of ['pointerup', 'pointercancel'] as const) {
      page.addEventListener(end, () => released.abort(), until);
    }
  }

  function press(on: Element, event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.key === 'Tab') return;
    const direction = arrowKeys[event.key];
    const next = direction && nearestElement(on, focusable(), direction);
    const chosen = event.key === 'Enter' || event.key === ' ';
    if (direction !== undefined || chosen) event.preventDefault();
    if (next instanceof SVGElement) next.focus();
    else if (chosen) report('press', on);
    else report('key', on, undefined, event.key);
  }

  function on<K extends keyof SVGElementEventMap>(
    type: K,
    handle: (mark: Element, event: SVGElementEventMap[K]) => void,
  ): void {
    const find = (event: SVGElementEventMap[K]) => {
      const mark = named(event.target);
      if (mark !== undefined) handle(mark, event);
    };
    const isFocus = type === 'focusin' || type === 'focusout';
    (isFocus ? container : picture).addEventListener(type, find as EventListener, { signal });
  }

  function point(target: EventTarget | null, event: PointerEvent): void {
    onPoint(target instanceof Element ? target : undefined);
    hover(named(target), event);
  }
  picture.addEventListener('pointerover', (event) => point(event.target, event), { signal });
  picture.addEventListener('pointerleave', (event) => point(null, event), { signal });
  on('pointerdown', (mark) => drag(mark));
  on('click', (mark, event) => report('press', mark, event));
  on('focusin', (mark) => {
    onFocus(mark);
    report('focus', mark);
  });
  on('focusout', (mark) => report('blur', mark));
  on('keydown', press);
}

/** Where the pointer is, in scene units, whatever size CSS gives the picture. */
function toScene(picture: SVGElement, event: MouseEvent): { x: number; y: number } {
  const box = picture.getBoundingClientRect();
  const [, , width = 1, height = 1] = picture.getAttribute('viewBox')!.split(' ').map(Number);
  return {
    x: ((event.clientX - box.left) / box.width) * width,
    y: ((event.clientY - box.top) / box.height) * height,
  };
}
