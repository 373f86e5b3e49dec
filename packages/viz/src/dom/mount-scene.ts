import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { sceneToSvg } from '../svg/svg-node.js';
import { lightTheme } from '../theme/themes.js';
import type { Theme } from '../theme/theme.js';
import { flashElement } from './flash.js';
import { listen } from './listen.js';
import type { CanvasMarks } from './mark-canvas.js';
import { patch, type MountedNode } from './patch.js';
import type { SceneEvent } from './scene-event.js';
import { tooltip } from './tooltip.js';

export interface MountOptions {
  /** Default {@link lightTheme}. The page's colour is the page's own affair. */
  readonly theme?: Theme;
  readonly onEvent?: (event: SceneEvent) => void;
  /** Marks that a canvas beneath the SVG shows. Default none. */
  readonly painted?: CanvasMarks;
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
  const known = new WeakMap<Element, MountedNode>();
  const markOf = (on: Element) => known.get(on)?.node.mark;
  let active: Element | undefined;
  let root: MountedNode | undefined;
  const flashing: MountedNode[] = [];
  const { painted } = options;
  let shown = scene;
  const canvas = painted?.canvas(document, () => draw(shown, true));
  const hint = tooltip(document, markOf);

  function draw(next: Scene, isSameTheme: boolean): SVGElement {
    shown = next;
    const inHaste = canvas?.paint(next, theme) === true;
    const read = hint.mark?.id;
    const stays = (mark: Mark) => painted?.isPainted(mark) === true && mark.id !== read;
    const node = sceneToSvg(
      next,
      {
        ...{ theme, mode: 'interactive' },
        ...(painted === undefined ? {} : { shown: painted.kept }),
        ...(inHaste ? { stays } : {}),
      },
      isSameTheme ? root?.node : undefined,
    );
    const first = root === undefined;
    root = patch(node, root, {
      document,
      onCreate: (mounted) => known.set(mounted.element, mounted),
      onChange: (mounted) => {
        if (!first && mounted.node.mark?.flash === true) flashing.push(mounted);
      },
    });
    const { element } = root;
    const stops = focusable(element);
    active = stops.find((stop) => stop === active) ?? stops[0];
    for (const stop of stops) setTabStop(stop, stop === active);
    for (const mounted of flashing.splice(0)) flashElement(mounted.element);
    hint.refresh();
    return element;
  }

  if (canvas !== undefined) {
    Object.assign(canvas.element.style, beneath);
    canvas.element.setAttribute('aria-hidden', 'true');
    container.append(canvas.element);
  }
  const element = draw(scene, true);
  // What is positioned is painted in the order of the document: the canvas first.
  if (canvas !== undefined) element.style.position = 'relative';
  container.append(element);
  const stop = new AbortController();
  listen(container, element, {
    markOf,
    focusable: () => focusable(element),
    onEvent: (event) => options.onEvent?.(event),
    onPoint: (under) => hint.show(under),
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
      const isSameTheme = nextTheme === theme;
      theme = nextTheme;
      draw(next, isSameTheme);
    },
    dispose() {
      stop.abort();
      element.remove();
      canvas?.dispose();
      canvas?.element.remove();
    },
  };
}

/** Over the whole of the container. */
const beneath = { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%' };

function focusable(element: Element): readonly Element[] {
  return [...element.querySelectorAll('[role=button]')];
}

function setTabStop(element: Element, stops: boolean): void {
  const value = stops ? '0' : '-1';
  if (element.getAttribute('tabindex') !== value) element.setAttribute('tabindex', value);
}
