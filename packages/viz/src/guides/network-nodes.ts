import { extent } from 'd3-array';
import { middleGap, type DrawnLayer, type DrawnUnit } from '../layouts/network-layout.js';
import type { NetworkLayer, NetworkSelection } from '../records/network-record.js';
import { greyImage } from '../records/grey-image.js';
import { circle, group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { fitText } from '../text/fit-text.js';
import { cell, measureText } from '../text/measure-text.js';
import { formatCount, formatFixed } from '../text/number-format.js';
import type { SolidPaint } from '../theme/paint.js';

export interface NodeStyle {
  readonly selected: NetworkSelection | undefined;
  readonly hovered: NetworkSelection | undefined;
  /** Whether each node holds its number. */
  readonly values: boolean;
  /** Room for names beside the column, with the node. */
  readonly room: number;
  /** From one column to the next. */
  readonly pitch: number;
  readonly units: (count: string) => string;
  readonly more: (count: string) => string;
  readonly label: (layer: string, unit: string, value: string) => string;
  /** Said of a unit that is taken out. */
  readonly silenced: string;
}

/** A layer: its name, how many units it has, and each that is drawn. */
export function layerMarks(
  layer: NetworkLayer,
  index: number,
  drawn: DrawnLayer,
  style: NodeStyle,
): readonly Mark[] {
  const center = { align: 'middle' } as const;
  const { x, units, image } = drawn;
  const hidden = layer.units - units.length;
  return [
    text(x, cell.height + 8, layer.name, { ...center, bold: true }),
    text(x, 2 * cell.height + 4, unitsLine(layer, style), {
      ...center,
      fill: 'muted',
      size: 11,
    }),
    ...(image === undefined ? nodes(layer, index, drawn, style) : []),
    ...(image === undefined && hidden > 0
      ? [text(x, middleGap(units), style.more(formatCount(hidden)), { ...center, fill: 'muted' })]
      : []),
  ];
}

function unitsLine({ units, note }: NetworkLayer, style: NodeStyle): string {
  const words = style.units(formatCount(units));
  const count = measureText(words, 11) + cell.width > style.pitch ? formatCount(units) : words;
  return note === undefined ? count : `${count} · ${note}`;
}

/** An input image; its connections are drawn over it. */
export function imageMarks(
  layer: NetworkLayer,
  index: number,
  { image }: DrawnLayer,
): readonly Mark[] {
  if (layer.image === undefined || image === undefined) return [];
  const { x, y, side } = image;
  // The pointer finds the image also where it is painted beneath.
  const frame = rect(x, y, side, side, { fill: 'transparent', stroke: 'axis', role: 'grid' });
  return [
    group([greyImage(layer.image, x, y, side), frame], { id: `image-${index}`, label: layer.name }),
  ];
}

function nodes(
  layer: NetworkLayer,
  index: number,
  { units, radius }: DrawnLayer,
  style: NodeStyle,
): readonly Mark[] {
  const [least = 0, most = 1] = extent(Array.from(layer.activations ?? [0, 1]));
  const [low, high] = layer.range ?? [Math.min(0, least), most];
  return units.map((drawn) => {
    const { unit, x, y } = drawn;
    const value = layer.activations?.[unit];
    const share = value === undefined || high === low ? 0 : (value - low) / (high - low);
    const paint: SolidPaint =
      value === undefined ? 'surface' : { scale: 'ink', value: Math.min(1, Math.max(0, share)) };
    const isShown = (shown: NetworkSelection | undefined) =>
      shown?.layer === index && shown.unit === unit;
    const marked = isShown(style.selected) || isShown(style.hovered);
    const silenced = layer.silenced?.includes(unit) === true;
    return group(
      [
        circle(x, y, radius, {
          fill: paint,
          stroke: marked ? 'highlight' : 'axis',
          strokeWidth: marked ? 4 : 1.5,
        }),
        ...(silenced ? [crossedOut(drawn, radius)] : []),
        ...(style.values && value !== undefined
          ? [
              text(x, y, shortNumber(value), {
                size: radius > 16 ? 12 : 10.5,
                align: 'middle',
                fill: { on: paint },
              }),
            ]
          : []),
        ...nameMarks(layer, index, drawn, radius, style.room),
      ],
      {
        id: `unit-${index}-${unit}`,
        label:
          style.label(
            layer.name,
            layer.unitNames?.[unit] ?? String(unit),
            value === undefined ? '' : formatFixed(value, 2),
          ) + (silenced ? style.silenced : ''),
        datum: { layer: index, unit, ...(value === undefined ? {} : { value }) },
        focusable: true,
      },
    );
  });
}

/** A cross through a node. */
function crossedOut({ x, y }: DrawnUnit, radius: number): Mark {
  const r = 0.9 * radius;
  const d = `M${x - r} ${y - r}L${x + r} ${y + r}M${x - r} ${y + r}L${x + r} ${y - r}`;
  return path(d, { stroke: 'predicted', strokeWidth: 3 });
}

/** Name and note of a unit, outside of its column. */
function nameMarks(
  layer: NetworkLayer,
  index: number,
  { unit, x, y }: DrawnUnit,
  radius: number,
  room: number,
): readonly Mark[] {
  const name = layer.unitNames?.[unit];
  if (name === undefined) return [];
  const note = layer.unitNotes?.[unit];
  const outwards = index === 0 ? -1 : 1;
  const placed = { align: outwards < 0 ? 'end' : 'start' } as const;
  const left = x + outwards * (radius + 8);
  // As much as a phone has room for: a narrow terminal, whose letters are wider, cuts what is left.
  const fit = (words: string) => fitText(words, 12, room - radius - cell.width, measureText);
  return note === undefined
    ? [text(left, y, fit(name), placed)]
    : [
        text(left, y - 8, fit(name), placed),
        text(left, y + 8, fit(note), { ...placed, fill: 'muted' }),
      ];
}

/** A number that fits into a node: two decimals, fewer where it is large. */
function shortNumber(value: number): string {
  const size = Math.abs(value);
  return formatFixed(value, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}
