import type { ChartOptions } from '../records/chart-options.js';
import { greyImage, type GreyImage } from '../records/grey-image.js';
import { group, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatShare } from '../text/number-format.js';

/** One example with what is known about it. */
export interface LabelledImage {
  readonly image: GreyImage;
  /** Name of the true class, in the reader's language. */
  readonly truth?: string;
  /** Name of the predicted class. */
  readonly predicted?: string;
  /** Probability of the predicted class, in [0, 1]. */
  readonly confidence?: number;
}

export interface ImageGridOptions extends ChartOptions {
  /** Height of an image in scene units, default 112: seven rows of a terminal. */
  readonly imageSize?: number;
  /** The image that is framed. */
  readonly selected?: number;
}

const messages: Messages<{
  title: string;
  image: string;
  truth: string;
  /** Before the true class. */
  truthIs: string;
  predicted: string;
  confidence: string;
  count: (count: number) => string;
  right: (right: number, count: number) => string;
}> = {
  en: {
    title: 'Examples',
    image: 'Image',
    truth: 'true',
    truthIs: 'true: ',
    predicted: 'predicted',
    confidence: 'confidence',
    count: (count) => `${count} images with their labels.`,
    right: (right, count) => `${right} of ${count} predictions are right.`,
  },
  ja: {
    title: '画像の例',
    image: '画像',
    truth: '正解',
    truthIs: '正解：',
    predicted: '予測',
    confidence: '確信度',
    count: (count) => `ラベル付きの画像${count}枚です。`,
    right: (right, count) => `${count}枚のうち${right}枚の予測が正解です。`,
  },
};

/**
 * Images in rows with true and predicted labels: right answers blue, mistakes red with the true
 * class below. As many in a row as fit. Default width 640.
 */
export function imageGrid(items: readonly LabelledImage[], options: ImageGridOptions = {}): Scene {
  const { width = 640, locale = 'en', imageSize = 112, selected } = options;
  const words = messages[locale];
  const gap = 2 * cell.width;
  const tileWidth = imageSize + gap;
  const columns = Math.max(1, Math.floor((width + gap) / tileWidth));
  const predicted = items.filter(
    (item) => item.predicted !== undefined && item.truth !== undefined,
  );
  const wrong = predicted.filter((item) => item.predicted !== item.truth);
  const lines = wrong.length > 0 ? 2 : 1;
  const tileHeight = imageSize + (lines + 1) * cell.height;
  const title = options.title ?? words.title;
  return {
    width,
    height: Math.max(1, Math.ceil(items.length / columns)) * tileHeight,
    title,
    description:
      predicted.length === 0
        ? words.count(items.length)
        : words.right(predicted.length - wrong.length, predicted.length),
    table: {
      caption: title,
      columns: [words.image, words.truth, words.predicted, words.confidence],
      rows: items.map((item, i) => [
        i + 1,
        item.truth ?? '',
        item.predicted ?? '',
        item.confidence === undefined ? '' : formatShare(item.confidence),
      ]),
    },
    marks: items.map((item, i) =>
      group(
        [
          greyImage(item.image, 0, 0, imageSize),
          ...labels(item, imageSize, words.truthIs, gap),
          ...(i === selected
            ? [
                rect(0, 0, imageSize, imageSize, {
                  id: 'selected',
                  role: 'highlight',
                  stroke: 'highlight',
                  strokeWidth: 3,
                }),
              ]
            : []),
        ],
        {
          id: `image-${i}`,
          x: (i % columns) * tileWidth,
          y: Math.floor(i / columns) * tileHeight,
          label: sentence(item, words),
          datum: { index: i },
          focusable: true,
        },
      ),
    ),
  };
}

function verdict({ truth, predicted }: LabelledImage): {
  sign: string;
  fill: 'text' | 'truth' | 'predicted';
} {
  if (predicted === undefined || truth === undefined) return { sign: '', fill: 'text' };
  return predicted === truth ? { sign: '✓ ', fill: 'truth' } : { sign: '✗ ', fill: 'predicted' };
}

/** @param gap - between tiles; the true class of a mistake may use half of it on each side. */
function labels(item: LabelledImage, room: number, truthIs: string, gap: number): readonly Mark[] {
  const { sign, fill } = verdict(item);
  const name = item.predicted ?? item.truth ?? '';
  const share = item.confidence === undefined ? '' : ` ${formatShare(item.confidence)}`;
  const head = fitText(`${sign}${name}`, 12, room - share.length * cell.width) + share;
  const center = { align: 'middle' } as const;
  return [
    text(room / 2, room + 9, head, { ...center, fill, bold: sign !== '' }),
    ...(fill === 'predicted'
      ? [
          text(
            room / 2,
            room + cell.height + 9,
            fitText(`${truthIs}${item.truth ?? ''}`, 12, room + gap - cell.width),
            {
              ...center,
              fill: 'muted',
            },
          ),
        ]
      : []),
  ];
}

function sentence(item: LabelledImage, words: { truth: string; predicted: string }): string {
  const { sign } = verdict(item);
  const parts = [
    item.predicted === undefined ? '' : `${words.predicted} ${item.predicted}`,
    item.truth === undefined ? '' : `${words.truth} ${item.truth}`,
  ];
  return sign + parts.filter((part) => part !== '').join(', ');
}
