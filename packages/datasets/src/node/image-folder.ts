import path from 'node:path';
import type { Dataset, TrainTestDatasets } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { toColor, toGrey } from '../images/channels.js';
import { decodeImage } from '../images/decode-image.js';
import type { DecodedImage } from '../images/decoded-image.js';
import { resizeImage } from '../images/resize-image.js';
import { selectExamples } from '../sampling/select-examples.js';
import { stratifiedSplit } from '../sampling/stratified-split.js';
import { listFolder } from './list-folder.js';
import { readBytes } from './read-bytes.js';

export interface ImageFolderOptions {
  /** Stretches every image to this size; default: all must have one size. */
  readonly resize?: { readonly width: number; readonly height: number } | undefined;
  /** One channel of luma instead of red, green, blue; default false. */
  readonly grey?: boolean | undefined;
  /** Share held out for the test where the folder has no train/ and test/; default 0.2. */
  readonly testFraction?: number | undefined;
  /** Which images are held out; default 1. */
  readonly seed?: number | undefined;
  /** Larger images are refused; default 2^24 pixels. */
  readonly maxPixels?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Labels are bytes. */
const mostClasses = 256;

/**
 * Reads a folder with one subfolder of PNG and JPEG files per class; the classes and the files of
 * each are taken in the order of their names, hidden ones left out.
 *
 * When the folder holds `train/` and `test/` and nothing else, those are the two parts; otherwise
 * `testFraction` of each class is held out by a seeded stratified split.
 *
 * @throws DatasetError `not-found` without classes or images, `corrupt` with the name of a damaged
 * image, `invalid` when sizes differ and none was asked for.
 */
export async function loadImageFolder(
  directory: string,
  options: ImageFolderOptions = {},
): Promise<TrainTestDatasets> {
  const name = `images:${directory}`;
  const { folders } = await listFolder(directory);
  if (folders.join() === 'test,train') {
    const { folders: classNames } = await listFolder(path.join(directory, 'train'));
    const { folders: testClasses } = await listFolder(path.join(directory, 'test'));
    const unknown = testClasses.find((className) => !classNames.includes(className));
    if (unknown !== undefined) {
      const folder = path.join(directory, 'test', unknown);
      throw new DatasetError('invalid', {
        where: folder,
        expected: `a class of ${path.join(directory, 'train')} (${classNames.join(', ')})`,
        got: `"${unknown}"`,
        path: folder,
      });
    }
    const train = await readPart(path.join(directory, 'train'), name, classNames, options);
    const test = await readPart(path.join(directory, 'test'), name, classNames, options);
    requireEqualShapes(train, test, directory);
    return { train, test };
  }
  const all = await readPart(directory, name, folders, options);
  const { testFraction = 0.2, seed = 1 } = options;
  const split = stratifiedSplit(all, { fraction: testFraction, seed });
  return { train: selectExamples(all, split.train), test: selectExamples(all, split.heldOut) };
}

async function readPart(
  directory: string,
  name: string,
  classNames: readonly string[],
  options: ImageFolderOptions,
): Promise<Dataset> {
  if (classNames.length === 0 || classNames.length > mostClasses) {
    throw new DatasetError(classNames.length === 0 ? 'not-found' : 'invalid', {
      where: directory,
      expected: `1 to ${mostClasses} subfolders, one for each class`,
      got: String(classNames.length),
      path: directory,
    });
  }
  const images: DecodedImage[] = [];
  const files: string[] = [];
  const labels: number[] = [];
  const { folders } = await listFolder(directory);
  for (const [label, className] of classNames.entries()) {
    // A class of the training part may have no test images.
    if (!folders.includes(className)) continue;
    for (const file of await imageFiles(path.join(directory, className))) {
      options.signal?.throwIfAborted();
      images.push(await readImage(file, options));
      files.push(file);
      labels.push(label);
    }
  }
  if (images.length === 0) {
    throw new DatasetError('not-found', {
      where: directory,
      expected: 'PNG or JPEG files in the folders of the classes',
      got: 'none',
      path: directory,
    });
  }
  const { inputs, inputShape } = stack(images, files);
  return {
    name,
    inputs,
    inputShape,
    labels: Uint8Array.from(labels),
    classNames,
    normalization: { kind: 'scale', factor: 1 / 255 },
  };
}

async function imageFiles(directory: string): Promise<string[]> {
  const { files } = await listFolder(directory);
  const images = files.filter((name) => /\.(png|jpe?g)$/i.test(name));
  return images.map((name) => path.join(directory, name));
}

async function readImage(file: string, options: ImageFolderOptions): Promise<DecodedImage> {
  const { maxPixels, resize, grey } = options;
  const decoded = decodeImage(await readBytes(file), {
    where: file,
    ...(maxPixels !== undefined && { maxPixels }),
  });
  const image = grey === true ? toGrey(decoded) : decoded;
  return resize === undefined ? image : resizeImage(image, resize.width, resize.height);
}

/** All images in one array; grey ones become colour when any image has colour. */
function stack(
  images: readonly DecodedImage[],
  files: readonly string[],
): Pick<Dataset, 'inputs' | 'inputShape'> {
  const { width, height } = images[0]!;
  const channels = images.some((image) => image.channels === 3) ? 3 : 1;
  const length = width * height * channels;
  const inputs = new Uint8Array(images.length * length);
  images.forEach((image, k) => {
    if (image.width !== width || image.height !== height) {
      throw new DatasetError('mixed-shapes', {
        where: files[k]!,
        expected: `${width} x ${height} pixels as in ${files[0]!}`,
        got: `${image.width} x ${image.height}`,
        path: files[k]!,
        remedy: 'pass `resize`, such as { width: 28, height: 28 }, to have all images resized',
      });
    }
    inputs.set(channels === 3 ? toColor(image).data : image.data, k * length);
  });
  return { inputs, inputShape: [height, width, channels] };
}

function requireEqualShapes(train: Dataset, test: Dataset, directory: string): void {
  if (train.inputShape.join() === test.inputShape.join()) return;
  throw new DatasetError('mixed-shapes', {
    where: path.join(directory, 'test'),
    expected: `images of shape [${train.inputShape.join(', ')}] as in training`,
    got: `[${test.inputShape.join(', ')}]`,
    path: path.join(directory, 'test'),
    remedy: 'pass `resize` and `grey`, to have all images converted',
  });
}
