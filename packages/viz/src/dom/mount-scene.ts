import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { sceneToSvg } from '../svg/svg-node.js';
import { lightTheme } from '../theme/themes.js';
import type { Theme } from '../theme/theme.js';
import { listen } from './listen.js';
import { rasterCanvas } from './paint-rasters.js';
import { patch, type MountedNode } from './patch.js';
import type { SceneEvent } from './scene-event.js';

export interface MountOptions {
  /** Default {@link lightTheme}. The page's colour is the page's own affair. */
  readonly theme?: Theme;
  readonly onEvent?: (event: SceneEvent) => void;
  /**
   * Where images are drawn: in the SVG, or on a canvas beneath it, which paints hundreds of them
   * within a frame. With `canvas` the container must be positioned and as large as the picture; an
   * image is taken to be the same as long as its `pixels` are the same object. Default `svg`.
   */
  readonly images?: 'svg' | 'canvas';
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
  const canvas = options.images === 'canvas' ? rasterCanvas(document) : undefined;
  const withoutImages = canvas !== undefined;

  function draw(next: Scene): SVGElement {
    const node = sceneToSvg(next, { theme, mode: 'interactive', withoutImages });
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
    canvas?.paint(next, theme);
    return element;
  }

  if (canvas !== undefined) {
    Object.assign(canvas.element.style, beneath);
    canvas.element.setAttribute('aria-hidden', 'true');
    container.append(canvas.element);
  }
  const element = draw(scene);
  // What is positioned is painted in the order of the document: the canvas first.
  if (canvas !== undefined) element.style.position = 'relative';
  container.append(element);
  const stop = new AbortController();
  listen(element, {
    markOf: (on) => marks.get(on),
    focusable: () => focusable(element),
    onEvent: (event) => options.onEvent?.(event),
    onFocus: (on) => {
      if (active !== undefined) setTabStop(active, false);
      active = on;
      setTabStop(on, true);
    },
    signal: stop.signal,
  });

  return {
    element,
    update(next, nextTheme = theme) {
      theme = nextTheme;
      draw(next);
    },
    dispose() {
      stop.abort();
      element.remove();
      canvas?.element.remove();
    },
  };
}

/** Over the whole of the container. */
const beneath = { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%' };

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
