/** @file Images by class become a data set to learn from and one to be tested on. */
import {
  selectExamples,
  stratifiedSplit,
  type Dataset,
  type TrainTestDatasets,
} from '@manabi/datasets';
import { resizeImage, toColor, toGrey, type DecodedImage } from '@manabi/datasets/images';
import type { DataNotice, DataProblem } from './problems.js';

export interface ImageOptions {
  /** Height and width that every image is stretched to; `same`: all must have one size already. */
  readonly side: 'same' | 28 | 32 | 64;
  readonly channels: 'grey' | 'color';
  /** Share of each class held out for the test, in (0, 1). */
  readonly testFraction: number;
  /** Which images are held out. */
  readonly seed: number;
}

/** An image with the file that it came from. */
export interface ReadImage {
  readonly path: string;
  readonly label: number;
  readonly part: 'train' | 'test' | undefined;
  readonly image: DecodedImage;
}

export type Assembled =
  | {
      readonly kind: 'made';
      readonly data: TrainTestDatasets;
      readonly notices: readonly DataNotice[];
    }
  | {
      readonly kind: 'refused';
      readonly problem: DataProblem;
      readonly notices: readonly DataNotice[];
    };

/** Labels are bytes. */
const mostClasses = 256;

/** Bytes of all images together. */
const mostBytes = 512 * 2 ** 20;

/** An image as the options want it, so that no large one is kept. */
export function convertImage(image: DecodedImage, { side, channels }: ImageOptions): DecodedImage {
  const colored = channels === 'grey' ? toGrey(image) : toColor(image);
  return side === 'same' ? colored : resizeImage(colored, side, side);
}

/**
 * Checks the images and joins them. Classes without enough images are left out and named.
 *
 * @param images - as {@link convertImage} returned them.
 */
export function assembleImages(
  name: string,
  classNames: readonly string[],
  images: readonly ReadImage[],
  options: ImageOptions,
): Assembled {
  const parted = images.some(({ part }) => part !== undefined);
  const notices: DataNotice[] = [];
  const refuse = (problem: DataProblem): Assembled => ({ kind: 'refused', problem, notices });
  if (classNames.length > mostClasses) {
    return refuse({ kind: 'too-many-classes', count: classNames.length, most: mostClasses });
  }
  const counts = classNames.map((_, label) => images.filter((one) => one.label === label).length);
  const kept = classNames.flatMap((className, label) => {
    if (counts[label] === 0) notices.push({ kind: 'empty-class', className });
    else if (counts[label] === 1 && !parted) notices.push({ kind: 'single-image', className });
    else return [label];
    return [];
  });
  if (kept.length < 2) {
    return refuse({
      kind: 'too-few-classes',
      classNames: kept.map((label) => classNames[label]!),
    });
  }
  const used = images.filter(({ label }) => kept.includes(label));
  const first = used[0]!;
  const odd = used.find(
    ({ image }) => image.width !== first.image.width || image.height !== first.image.height,
  );
  if (odd !== undefined) {
    return refuse({
      kind: 'mixed-sizes',
      file: odd.path,
      size: sizeText(odd.image),
      otherFile: first.path,
      otherSize: sizeText(first.image),
    });
  }
  const length = first.image.data.length;
  if (used.length * length > mostBytes) {
    const megabytes = Math.ceil((used.length * length) / 2 ** 20);
    return refuse({ kind: 'too-much', megabytes, most: mostBytes / 2 ** 20 });
  }
  const all: Dataset = {
    name,
    inputs: concatenate(used, length),
    inputShape: [first.image.height, first.image.width, first.image.channels],
    labels: Uint8Array.from(used, ({ label }) => kept.indexOf(label)),
    classNames: kept.map((label) => classNames[label]!),
    normalization: { kind: 'scale', factor: 1 / 255 },
  };
  const data = parted ? splitByFolder(all, used) : splitByClass(all, options);
  if (data.test.labels.length === 0) return refuse({ kind: 'no-test-images' });
  return { kind: 'made', data, notices };
}

/**
 * Holds out a share of every class by a seeded split: at least one image of it, and leaves at least
 * one to learn from.
 *
 * @param all - two or more examples of each class.
 */
export function splitByClass(
  all: Dataset,
  { testFraction, seed }: Pick<ImageOptions, 'testFraction' | 'seed'>,
): TrainTestDatasets {
  const heldOut = new Set<number>();
  all.classNames.forEach((_, label) => {
    const members = [...all.labels.keys()].filter((index) => all.labels[index] === label);
    const count = Math.max(
      1,
      Math.min(members.length - 1, Math.round(members.length * testFraction)),
    );
    const labels = new Uint8Array(members.length).fill(label);
    const split = stratifiedSplit({ labels }, { fraction: count / members.length, seed });
    for (const place of split.heldOut) heldOut.add(members[place]!);
  });
  const part = (test: boolean) =>
    selectExamples(
      all,
      [...all.labels.keys()].filter((index) => heldOut.has(index) === test),
    );
  return { train: part(false), test: part(true) };
}

function splitByFolder(all: Dataset, images: readonly ReadImage[]): TrainTestDatasets {
  const of = (part: 'train' | 'test') =>
    selectExamples(
      all,
      images.flatMap((image, index) => (image.part === part ? index : [])),
    );
  return { train: of('train'), test: of('test') };
}

function concatenate(images: readonly ReadImage[], length: number): Uint8Array {
  const joined = new Uint8Array(images.length * length);
  images.forEach(({ image }, index) => joined.set(image.data, index * length));
  return joined;
}

const sizeText = ({ width, height }: DecodedImage) => `${width}×${height}`;
