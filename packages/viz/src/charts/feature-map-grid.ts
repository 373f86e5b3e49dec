import { imageTile } from '../guides/image-tile.js';
import type { ChartOptions } from '../records/chart-options.js';
import { largestSize } from '../records/matrix-record.js';
import { toLevels } from '../scene/image-pixels.js';
import { group, text } from '../scene/make-marks.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatNumber, formatShare } from '../text/number-format.js';

/** What one layer gives for one image. */
export interface FeatureMaps {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  /** [rows * columns * channels], channels last (NHWC without the N). */
  readonly values: ArrayLike<number>;
}

export interface FeatureMapGridOptions extends ChartOptions {
  /** Whether colours mean the same in every map or use each map's own range. Default `shared`. */
  readonly range?: 'shared' | 'own';
  /** Side of a map in scene units, default 80. */
  readonly mapSize?: number;
  /** The map that is framed. */
  readonly selected?: number;
}

const messages: Messages<{
  title: (name: string) => string;
  map: string;
  strongest: string;
  active: string;
  finding: (channels: number, size: string, strongest: number, dead: number) => string;
  range: Readonly<Record<'shared' | 'own', (largest: string) => string>>;
}> = {
  en: {
    title: (name) => `Feature maps of ${name}`,
    map: 'Map',
    strongest: 'Largest value',
    active: 'Share above 0',
    finding: (channels, size, strongest, dead) =>
      `${channels} maps of ${size}; map ${strongest} has the largest value, ${dead} show nothing above 0.`,
    range: {
      shared: (largest) => `colours from −${largest} to ${largest} in every map`,
      own: () => 'colours from each map’s own range',
    },
  },
  ja: {
    title: (name) => `${name}の特徴マップ`,
    map: 'マップ',
    strongest: '最大値',
    active: '0より大きい割合',
    finding: (channels, size, strongest, dead) =>
      `${size}の特徴マップが${channels}枚あります。最大値を持つのはマップ${strongest}で、0より大きい値のないマップは${dead}枚です。`,
    range: {
      shared: (largest) => `色の範囲：全マップ共通（−${largest}〜${largest}）`,
      own: () => '色の範囲：マップごと',
    },
  },
};

/**
 * Every channel of a layer as an image, in diverging colours around zero. With a shared range maps
 * can be compared; with their own range weak maps can be read. Default width 640.
 *
 * @throws SceneError `chart-record` when the values are not rows times columns times channels.
 */
export function featureMapGrid(maps: FeatureMaps, options: FeatureMapGridOptions = {}): Scene {
  const { rows, columns, channels, values } = maps;
  expectLength(`featureMapGrid "${maps.name}": values`, values, rows * columns * channels);
  const { width = 640, locale = 'en', range = 'shared', mapSize = 80, selected } = options;
  const words = messages[locale];
  const planes = Array.from({ length: channels }, (_, channel) =>
    Array.from({ length: rows * columns }, (_, i) => values[i * channels + channel]!),
  );
  const largest = largestSize(values);
  const peaks = planes.map((plane) => Math.max(...plane));
  const height = Math.round((mapSize * rows) / columns);
  const [stepX, stepY] = [mapSize + 2 * cell.width, height + 1.5 * cell.height];
  const across = Math.max(1, Math.floor((width + 2 * cell.width) / stepX));
  const top = 2.5 * cell.height;
  const title = options.title ?? words.title(maps.name);
  const dead = peaks.filter((peak) => peak <= 0).length;
  return {
    width,
    height: top + Math.ceil(channels / across) * stepY,
    title,
    description: words.finding(
      channels,
      `${rows}×${columns}`,
      peaks.indexOf(Math.max(...peaks)),
      dead,
    ),
    table: {
      caption: title,
      columns: [words.map, words.strongest, words.active],
      rows: planes.map((plane, i) => [
        i,
        formatNumber(peaks[i]!),
        formatShare(plane.filter((value) => value > 0).length / plane.length),
      ]),
    },
    marks: [
      text(0, 8, title, { bold: true, size: 13 }),
      text(0, cell.height + 8, words.range[range](formatNumber(largest)), { fill: 'muted' }),
      ...planes.map((plane, i) => {
        const limit = range === 'shared' ? largest : largestSize(plane);
        const levels = toLevels(plane, -limit, limit);
        const pixels = { scale: 'activation', columns, rows, levels } as const;
        return group(imageTile(pixels, mapSize, height, String(i), i === selected), {
          id: `map-${i}`,
          x: (i % across) * stepX,
          y: top + Math.floor(i / across) * stepY,
          label: `${words.map} ${i}: ${words.strongest} ${formatNumber(peaks[i]!)}`,
          datum: { channel: i },
          focusable: true,
        });
      }),
    ],
  };
}
