import type { ImageMark, Mark } from '../scene/mark.js';
import { sameValue } from '../scene/same-value.js';
import type { Scene } from '../scene/scene.js';
import { resolvePaint } from '../theme/paint.js';
import type { Theme } from '../theme/theme.js';
import { flashes, isStill } from './flash.js';
import { imageSheet, type SheetPlace } from './image-sheet.js';
import { isColor, paintedMarks, standIn, type PaintedMark } from './painted-marks.js';

/** Marks of scenes on a canvas. */
export interface MarkCanvas {
  readonly element: HTMLCanvasElement;
  /**
   * Paints what belongs on the canvas, unless it is there already.
   *
   * @returns whether so many marks follow others so fast that they are painted in haste.
   */
  paint(scene: Scene, theme: Theme): boolean;
  /** Ends what goes on; the element stays. */
  dispose(): void;
}

interface Painting {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly marks: readonly PaintedMark[];
  /** Of the images, in their order. */
  readonly places: readonly SheetPlace[];
  /** Whether pictures follow each other too fast for dashes to be seen: lines are drawn whole. */
  readonly isHurried: boolean;
}

/** Pictures that follow each other within this time are moving. */
const restMs = 120;
/** So many lines take longer than all else in a frame. */
const manyLines = 150;

/** Which marks of a scene a canvas shows; by {@link onCanvas}. */
export interface CanvasMarks {
  readonly isPainted: (mark: Mark) => boolean;
  /** What of a mark stays in the SVG. */
  readonly kept: (mark: Mark) => Mark | undefined;
  /** @param onRest - after pictures that were painted in haste none follows. */
  readonly canvas: (document: Document, onRest: () => void) => MarkCanvas;
}

/**
 * For marks that are many and change often: hundreds of lines or small images are painted on a
 * canvas beneath the SVG in a few milliseconds, where as elements each has a style, a layer and a
 * picture of its own. Their texts, their names and what is `transparent` stay in the SVG, so the
 * pointer, the keyboard and a screen reader find them all the same. Images have hard pixel edges and
 * are taken to be the same as long as their `pixels` are the same object. What just changed flashes,
 * as in the SVG; while pictures follow each other fast, many lines are drawn without dashes, and what
 * stays of them in the SVG, such as their names, follows once they rest, but of the one under the
 * pointer at once.
 *
 * The container of the scene must be positioned and as large as the picture.
 *
 * @param painted - which marks, with all that is in them; what lies under them must be painted too.
 */
export function onCanvas(painted: (mark: Mark) => boolean): CanvasMarks {
  return {
    kept: (mark) => (painted(mark) ? standIn(mark) : mark),
    isPainted: painted,
    canvas: (document, onRest) => markCanvas(document, painted, onRest),
  };
}

function markCanvas(
  document: Document,
  painted: (mark: Mark) => boolean,
  onRest: () => void,
): MarkCanvas {
  const element = document.createElement('canvas');
  const sheet = imageSheet(document);
  let shown: Painting | undefined;
  /** How wide the page shows the picture; 0 before it is laid out. */
  let pageWidth: number | undefined;
  /** Pixels of the screen for a unit of the scene, when it was painted last. */
  let ratio: number;
  let paths = new Map<string, Path2D>();
  const flashing = flashes();
  let frame: number | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function ratioOf({ width }: Scene): number {
    return devicePixelRatio * ((pageWidth ??= element.getBoundingClientRect().width) / width || 1);
  }

  function draw(): void {
    const context = element.getContext('2d');
    if (context === null || shown === undefined) return;
    const { scene, theme, marks, places, isHurried } = shown;
    ratio = ratioOf(scene);
    const [width, height] = [Math.round(scene.width * ratio), Math.round(scene.height * ratio)];
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    // Lines end where nodes lie over them, and round ends take half as long again.
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    const known = paths;
    paths = new Map();
    const pathOf = (d: string) => {
      const path = paths.get(d) ?? known.get(d) ?? new Path2D(d);
      paths.set(d, path);
      return path;
    };
    let image = 0;
    for (const { mark, x, y, scale, opacity, id } of marks) {
      const size = ratio * scale;
      context.setTransform(size, 0, 0, size, ratio * x, ratio * y);
      context.globalAlpha = opacity * (mark.flash === true ? flashing.opacityOf(id) : 1);
      if (mark.type !== 'image') {
        paintShape(context, mark, theme, pathOf, isHurried);
        continue;
      }
      const { columns, rows } = mark.pixels;
      const { left, top } = places[image++]!;
      context.drawImage(
        sheet.element,
        ...([left, top, columns, rows] as const),
        ...([mark.x, mark.y, mark.width, mark.height] as const),
      );
    }
  }

  /** As long as something flashes. */
  function goOn(now: number): void {
    frame = flashing.pass(now) ? requestAnimationFrame(goOn) : undefined;
    draw();
  }

  /** Once no other picture follows, what was left out of the last one is drawn. */
  function rest(): void {
    resting = undefined;
    if (shown?.isHurried !== true) return;
    shown = { ...shown, isHurried: false };
    draw();
    onRest();
  }

  const resized = new ResizeObserver((entries) => {
    const width = entries.at(-1)!.contentRect.width;
    if (width === pageWidth) return;
    pageWidth = width;
    draw();
  });
  resized.observe(element);

  return {
    element,
    paint(scene, theme) {
      const marks = paintedMarks(scene.marks, painted);
      const isSame =
        shown?.theme === theme &&
        shown.scene.width === scene.width &&
        shown.scene.height === scene.height &&
        // Another screen may have more pixels.
        ratio === ratioOf(scene) &&
        sameValue(shown.marks, marks);
      if (isSame) return shown!.isHurried;
      const flashes = flashing.see(marks, { quietly: shown === undefined || isStill() });
      const pixels = marks
        .map(({ mark }) => mark)
        .filter((mark): mark is ImageMark => mark.type === 'image')
        .map((mark) => mark.pixels);
      const isHurried =
        resting !== undefined &&
        marks.filter(({ mark }) => mark.type !== 'image').length > manyLines;
      clearTimeout(resting);
      resting = setTimeout(rest, restMs);
      shown = { scene, theme, marks, places: sheet.lay(pixels, theme), isHurried };
      draw();
      if (flashes) frame ??= requestAnimationFrame(goOn);
      return isHurried;
    },
    dispose() {
      resized.disconnect();
      clearTimeout(resting);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

function paintShape(
  context: CanvasRenderingContext2D,
  mark: Exclude<PaintedMark['mark'], ImageMark>,
  theme: Theme,
  pathOf: (d: string) => Path2D,
  isHurried: boolean,
): void {
  const { fill, stroke, strokeWidth = 1, dash } = mark;
  const path = mark.type === 'path' ? pathOf(mark.d) : outline(mark);
  if (isColor(fill)) {
    context.fillStyle = resolvePaint(fill, theme);
    context.fill(path);
  }
  if (!isColor(stroke)) return;
  context.strokeStyle = resolvePaint(stroke, theme);
  context.lineWidth = strokeWidth;
  context.setLineDash(dash === undefined || isHurried ? [] : [...dash]);
  context.stroke(path);
}

function outline(mark: Exclude<PaintedMark['mark'], ImageMark | { type: 'path' }>): Path2D {
  const path = new Path2D();
  if (mark.type === 'rect') path.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
  else path.arc(mark.cx, mark.cy, mark.r, 0, 2 * Math.PI);
  return path;
}
