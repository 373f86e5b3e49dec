/** @file A data set as the four IDX files that MNIST has, to be used anywhere. */
import { encodeIdx, type Dataset, type TrainTestDatasets } from '@manabi/datasets';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param data - images of bytes; features cannot be written as IDX here. */
export function exportIdx({ train, test }: TrainTestDatasets): readonly ExportedFile[] {
  return [
    ...exportPart('train', train),
    ...exportPart('t10k', test),
    // IDX has no room for names; the command line looks for them here.
    { name: 'labels.txt', bytes: new TextEncoder().encode(`${train.classNames.join('\n')}\n`) },
  ];
}

function exportPart(prefix: string, { inputs, inputShape, labels }: Dataset): ExportedFile[] {
  const [height = 1, width = 1, channels = 1] = inputShape;
  const shape = [labels.length, height, width, ...(channels === 1 ? [] : [channels])];
  const data = inputs instanceof Uint8Array ? inputs : Uint8Array.from(inputs);
  return [
    { name: `${prefix}-images-idx${shape.length}-ubyte`, bytes: encodeIdx({ shape, data }) },
    {
      name: `${prefix}-labels-idx1-ubyte`,
      bytes: encodeIdx({ shape: [labels.length], data: labels }),
    },
  ];
}
