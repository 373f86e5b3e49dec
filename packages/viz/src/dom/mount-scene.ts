import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { sceneToSvg } from '../svg/svg-node.js';
import { lightTheme } from '../theme/themes.js';
import type { Theme } from '../theme/theme.js';
import { arrowKeys, nearestElement } from './nearest-element.js';
import { patch, type MountedNode } from './patch.js';
import type { SceneEvent } from './scene-event.js';

export interface MountOptions {
  /** Default {@link lightTheme}. The page's colour is the page's own affair. */
  readonly theme?: Theme;
  readonly onEvent?: (event: SceneEvent) => void;
}

/** A scene on a page. */
export interface MountedScene {
  /** The element on the page; size it with CSS as you like. */
  readonly element: SVGElement;
  /** Shows another scene: marks with the same id keep their element, focus and all. */
  update(scene: Scene, theme?: Theme): void;
  /** Takes the picture and its listeners off the page. Harmless when repeated. */
  dispose(): void;
}

/**
 * Shows a scene inside an element of a page. Focusable marks are one tab stop together; the arrow
 * keys go from each to the next. Marks that say they just changed flash once, unless the reader
 * prefers reduced motion. The caller disposes it.
 */
export function mountScene(
  container: Element,
  scene: Scene,
  options: MountOptions = {},
): MountedScene {
  const document = container.ownerDocument;
  let theme = options.theme ?? lightTheme;
  let marks = new WeakMap<Element, Mark>();
  let active: Element | undefined;
  let root: MountedNode | undefined;
  const flashing: MountedNode[] = [];

  function draw(next: Scene): SVGElement {
    const node = sceneToSvg(next, { theme, mode: 'interactive' });
    const first = root === undefined;
    root = patch(document, node, root, (mounted) => {
      if (!first && mounted.node.mark?.flash === true) flashing.push(mounted);
    });
    marks = new WeakMap();
    remember(root, marks);
    const { element } = root;
    const stops = focusable(element);
    active = stops.find((stop) => stop === active) ?? stops[0];
    for (const stop of stops) setTabStop(stop, stop === active);
    for (const mounted of flashing.splice(0)) flash(mounted.element);
    return element;
  }

  const element = draw(scene);
  container.append(element);
  const stop = new AbortController();
  listen();

  function named(target: EventTarget | null): Element | undefined {
    const found = target instanceof Element ? target.closest('[data-mark]') : null;
    return found !== null && element.contains(found) ? found : undefined;
  }

  function report(type: SceneEvent['type'], on: Element, event?: MouseEvent, key?: string): void {
    const mark = marks.get(on);
    if (mark?.id === undefined) return;
    options.onEvent?.({
      type,
      markId: mark.id,
      datum: mark.datum,
      point: event === undefined ? undefined : toScene(event),
      ...(key === undefined ? {} : { key }),
    });
  }

  function toScene(event: MouseEvent): { x: number; y: number } {
    const box = element.getBoundingClientRect();
    const [, , width = 1, height = 1] = element.getAttribute('viewBox')!.split(' ').map(Number);
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  }

  function moveTo(next: Element): void {
    if (active !== undefined) setTabStop(active, false);
    active = next;
    setTabStop(next, true);
  }

  function listen(): void {
    const { signal } = stop;
    let under: Element | undefined;
    const hover = (next: Element | undefined, event: PointerEvent) => {
      if (next === under) return;
      if (under !== undefined) report('leave', under, event);
      under = next;
      if (next !== undefined) report('enter', next, event);
    };
    element.addEventListener(
      'pointerover',
      (e) => {
        hover(named(e.target), e);
      },
      { signal },
    );
    element.addEventListener(
      'pointerleave',
      (e) => {
        hover(undefined, e);
      },
      { signal },
    );
    element.addEventListener(
      'click',
      (event) => {
        const on = named(event.target);
        if (on !== undefined) report('press', on, event);
      },
      { signal },
    );
    for (const [type, told] of [
      ['focusin', 'focus'],
      ['focusout', 'blur'],
    ] as const) {
      element.addEventListener(
        type,
        (event) => {
          const on = named(event.target);
          if (on === undefined) return;
          if (told === 'focus') moveTo(on);
          report(told, on);
        },
        { signal },
      );
    }
    element.addEventListener(
      'keydown',
      (event) => {
        press(event);
      },
      { signal },
    );
  }

  function press(event: KeyboardEvent): void {
    const on = named(event.target);
    if (on === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = arrowKeys[event.key];
    if (direction !== undefined) {
      const next = nearestElement(on, focusable(element), direction);
      if (next instanceof SVGElement) next.focus();
      event.preventDefault();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      report('press', on);
    } else if (event.key !== 'Tab') {
      report('key', on, undefined, event.key);
    }
  }

  return {
    element,
    update(next, nextTheme = theme) {
      theme = nextTheme;
      draw(next);
    },
    dispose() {
      stop.abort();
      element.remove();
    },
  };
}

function remember({ node, element, children }: MountedNode, marks: WeakMap<Element, Mark>): void {
  if (node.mark !== undefined) marks.set(element, node.mark);
  for (const child of children) remember(child, marks);
}

function focusable(element: Element): readonly Element[] {
  return [...element.querySelectorAll('[role=button]')];
}

function setTabStop(element: Element, stops: boolean): void {
  const value = stops ? '0' : '-1';
  if (element.getAttribute('tabindex') !== value) element.setAttribute('tabindex', value);
}

function flash(element: SVGElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  element.animate([{ opacity: 0.15 }, { opacity: 1 }], { duration: 450, easing: 'ease-out' });
}
