import type { Paint } from '../theme/paint.js';
import type { ImagePixels } from './image-pixels.js';

/** The record behind a mark, handed back with every pointer and keyboard event on it. */
export type Datum = Readonly<Record<string, string | number | boolean>>;

/**
 * What a mark is for. Renderers rely on it: a terminal draws `axis` with box characters and leaves
 * `grid` out; screen readers skip `axis`, `grid` and `decoration`.
 */
export type MarkRole = 'data' | 'axis' | 'grid' | 'label' | 'highlight' | 'decoration';

interface MarkBase {
  /** Unique in the scene and stable from one layout to the next: `cell-3-5`, not `rect17`. */
  readonly id?: string;
  /** Default `data`. */
  readonly role?: MarkRole;
  /** Says in words what the mark shows; read aloud, and shown as a tooltip. */
  readonly label?: string;
  /** More than the label, for readers who ask for it. */
  readonly description?: string;
  readonly datum?: Datum;
  /** Whether the keyboard reaches it, as a button. Default false. */
  readonly focusable?: boolean;
  /** [0, 1], default 1. */
  readonly opacity?: number;
  /** Says that the mark just changed; the page flashes it unless motion is unwelcome. */
  readonly flash?: boolean;
}

interface Shape extends MarkBase {
  /** Default none. `transparent` is invisible and still catches the pointer. */
  readonly fill?: Paint;
  /** Default none. */
  readonly stroke?: Paint;
  /** Scene units, default 1. */
  readonly strokeWidth?: number;
  /** Lengths of dashes and gaps in scene units; default solid. */
  readonly dash?: readonly number[];
}

export interface RectMark extends Shape {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the corners, default 0. */
  readonly radius?: number;
}

export interface CircleMark extends Shape {
  readonly type: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

export interface PathMark extends Shape {
  readonly type: 'path';
  /** SVG path data with absolute M, L, H, V, C, Q and Z, as d3-shape's lines and areas write it. */
  readonly d: string;
}

export interface TextMark extends MarkBase {
  readonly type: 'text';
  /** The anchor: left edge, centre or right edge according to `align`. */
  readonly x: number;
  /** The vertical middle of the letters. */
  readonly y: number;
  readonly text: string;
  /** Font size in scene units, default 13. */
  readonly size?: number;
  /** Default `start`. */
  readonly align?: 'start' | 'middle' | 'end';
  /** Default false. */
  readonly bold?: boolean;
  /** Default `text`. */
  readonly fill?: Paint;
}

/** A raster drawn with hard pixel edges. */
export interface ImageMark extends MarkBase {
  readonly type: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: ImagePixels;
}

/** Marks that move and scale together: a point p of a child lands at `(x, y) + scale * p`. */
export interface GroupMark extends MarkBase {
  readonly type: 'group';
  /** Default 0. */
  readonly x?: number;
  /** Default 0. */
  readonly y?: number;
  /** Default 1. */
  readonly scale?: number;
  readonly children: readonly Mark[];
}

/** One drawn thing. Later marks cover earlier ones. */
export type Mark = RectMark | CircleMark | PathMark | TextMark | ImageMark | GroupMark;
