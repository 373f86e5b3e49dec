import { exampleLength, type Dataset } from '@manabi/datasets';
import { toGrey } from '@manabi/datasets/images';
import type { GreyImage } from '@manabi/viz';

/** One example as a grey image (colours by their luma), or undefined where examples are features. */
export function exampleImage(dataset: Dataset, index: number): GreyImage | undefined {
  const { inputs, inputShape } = dataset;
  const [height, width, channels] = inputShape;
  if (!(inputs instanceof Uint8Array) || height === undefined || width === undefined) {
    return undefined;
  }
  const length = exampleLength(dataset);
  const data = inputs.subarray(index * length, (index + 1) * length);
  const grey = toGrey({ width, height, channels: channels === 3 ? 3 : 1, data });
  return { columns: width, rows: height, values: grey.data };
}
