import type { GroupMark, Mark, TextMark } from '../scene/mark.js';
import { sameValue } from '../scene/same-value.js';
import type { Scene } from '../scene/scene.js';
import { resolvePaint, type Paint } from '../theme/paint.js';
import type { Theme } from '../theme/theme.js';
import { imageUrl } from './image-url.js';

/** An SVG element as plain data: what `renderSvg` writes and what the page mounts. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
  /** Text content, where the element has any. */
  readonly text?: string;
  /** The mark it draws. */
  readonly mark?: Mark;
  /** Whether marks within it may have stayed as they were: it is not yet what its mark says. */
  readonly isBehind?: boolean;
}

/** How a scene is turned into SVG. */
export interface SvgOptions {
  readonly theme: Theme;
  /**
   * `picture`: one image for a screen reader. `interactive`: focusable marks are buttons, and
   * tooltips are left to the page.
   */
  readonly mode: 'picture' | 'interactive';
  /** What is drawn of a mark. Default: all of it. */
  readonly shown?: (mark: Mark) => Mark | undefined;
  /** Which marks with an id keep the node that they had before, whatever changed. Default: none. */
  readonly stays?: (mark: Mark) => boolean;
}

/** At most two decimals, so that the same scene gives the same text everywhere. */
function roundDigits(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/**
 * The `svg` element of a scene.
 *
 * @param before - of another scene with the same options: marks that are the same in both keep
 *   their nodes.
 */
export function sceneToSvg(scene: Scene, options: SvgOptions, before?: SvgNode): SvgNode {
  const { width, height } = scene;
  return {
    tag: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${roundDigits(width)} ${roundDigits(height)}`,
      width: roundDigits(width),
      height: roundDigits(height),
      role: options.mode === 'picture' ? 'img' : 'group',
      'font-family': options.theme.fontFamily,
      ...(options.mode === 'picture'
        ? {}
        : { 'aria-label': scene.title, 'aria-description': scene.description }),
    },
    children: [
      // A title on an interactive root would be the tooltip of every empty spot.
      ...(options.mode === 'picture'
        ? [textNode('title', scene.title), textNode('desc', scene.description)]
        : []),
      ...drawn(scene.marks, options, before),
    ],
  };
}

function drawn(
  marks: readonly Mark[],
  options: SvgOptions,
  before: SvgNode | undefined,
): readonly SvgNode[] {
  const { shown, stays } = options;
  const nodes: SvgNode[] = [];
  for (const mark of marks) {
    const known = before?.children[nodes.length];
    const isKnown = known?.mark?.id !== undefined && known.mark.id === mark.id;
    if (isKnown && stays?.(mark) === true) {
      nodes.push(known);
      continue;
    }
    const seen = shown === undefined ? mark : shown(mark);
    if (seen !== undefined) nodes.push(markToSvg(seen, options, known));
  }
  return nodes;
}

function textNode(tag: string, text: string): SvgNode {
  return { tag, attributes: {}, children: [], text };
}

function markToSvg(mark: Mark, options: SvgOptions, before: SvgNode | undefined): SvgNode {
  if (before !== undefined && before.isBehind !== true && sameValue(before.mark, mark)) {
    return before;
  }
  const tooltip =
    mark.label === undefined || options.mode === 'interactive'
      ? []
      : [textNode('title', mark.label)];
  const node = {
    mark,
    attributes: Object.assign(common(mark, options), own(mark, options.theme)),
  };
  if (mark.type === 'group') {
    const children = [...tooltip, ...drawn(mark.children, options, before)];
    return { ...node, tag: 'g', children, isBehind: options.stays !== undefined };
  }
  const element = { ...node, tag: mark.type, children: tooltip };
  return mark.type === 'text' ? { ...element, text: mark.text } : element;
}

function common(mark: Mark, options: SvgOptions): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (mark.id !== undefined) attributes['data-mark'] = mark.id;
  if (mark.opacity !== undefined) attributes.opacity = roundDigits(mark.opacity);
  if (options.mode === 'interactive') Object.assign(attributes, accessibility(mark));
  return attributes;
}

function accessibility(mark: Mark): Record<string, string> {
  if (mark.focusable === true) {
    return {
      role: 'button',
      tabindex: '-1',
      'aria-label': mark.label ?? mark.id ?? '',
      ...(mark.description === undefined ? {} : { 'aria-description': mark.description }),
    };
  }
  // Its label, if any, is a tooltip alone.
  if (mark.role === 'axis' || mark.role === 'grid' || mark.role === 'decoration') {
    return { 'aria-hidden': 'true' };
  }
  if (mark.label === undefined) return {};
  return { role: mark.type === 'group' ? 'group' : 'img', 'aria-label': mark.label };
}

function own(mark: Mark, theme: Theme): Record<string, string> {
  switch (mark.type) {
    case 'rect':
      return {
        ...box(mark),
        ...(mark.radius === undefined ? {} : { rx: roundDigits(mark.radius) }),
        ...shape(mark, theme),
      };
    case 'circle':
      return {
        cx: roundDigits(mark.cx),
        cy: roundDigits(mark.cy),
        r: roundDigits(mark.r),
        ...shape(mark, theme),
      };
    case 'path':
      return { d: roundPath(mark.d), ...shape(mark, theme) };
    case 'text':
      return textAttributes(mark, theme);
    case 'image':
      return {
        ...box(mark),
        preserveAspectRatio: 'none',
        'image-rendering': 'pixelated',
        href: imageUrl(mark.pixels, theme),
      };
    case 'group':
      return groupTransform(mark);
  }
}

function groupTransform({ x = 0, y = 0, scale = 1 }: GroupMark): Record<string, string> {
  const move = x === 0 && y === 0 ? '' : `translate(${roundDigits(x)} ${roundDigits(y)})`;
  const zoom = scale === 1 ? '' : `scale(${roundDigits(scale)})`;
  const transform = [move, zoom].filter((part) => part !== '').join(' ');
  return transform === '' ? {} : { transform };
}

function box(mark: { x: number; y: number; width: number; height: number }) {
  return {
    x: roundDigits(mark.x),
    y: roundDigits(mark.y),
    width: roundDigits(mark.width),
    height: roundDigits(mark.height),
  };
}

function roundPath(d: string): string {
  return d.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/g, (number) => roundDigits(Number(number)));
}

function textAttributes(mark: TextMark, theme: Theme): Record<string, string> {
  const size = mark.size ?? 13;
  return {
    x: roundDigits(mark.x),
    // Half the height of a capital below the middle: safer across browsers than dominant-baseline.
    y: roundDigits(mark.y + 0.36 * size),
    'font-size': roundDigits(size),
    fill: color(mark.fill ?? 'text', theme),
    ...(mark.align === undefined || mark.align === 'start' ? {} : { 'text-anchor': mark.align }),
    ...(mark.bold === true ? { 'font-weight': '600' } : {}),
  };
}

function shape(
  mark: { fill?: Paint; stroke?: Paint; strokeWidth?: number; dash?: readonly number[] },
  theme: Theme,
): Record<string, string> {
  return {
    fill: color(mark.fill ?? 'none', theme),
    ...(mark.stroke === undefined || mark.stroke === 'none'
      ? {}
      : {
          stroke: color(mark.stroke, theme),
          'stroke-width': roundDigits(mark.strokeWidth ?? 1),
          'stroke-linejoin': 'round',
          'stroke-linecap': mark.dash === undefined ? 'round' : 'butt',
        }),
    ...(mark.dash === undefined
      ? {}
      : { 'stroke-dasharray': mark.dash.map(roundDigits).join(' ') }),
  };
}

function color(paint: Paint, theme: Theme): string {
  return paint === 'none' || paint === 'transparent' ? paint : resolvePaint(paint, theme);
}
