import { iris, type TrainTestDatasets } from '@manabi/datasets';

/** Data sets that a network can learn from here. */
export const dataNames = ['iris'] as const;
export type DataName = (typeof dataNames)[number];

/** The examples of a data set. */
export async function loadData(name: DataName): Promise<TrainTestDatasets> {
  switch (name) {
    case 'iris':
      return Promise.resolve(iris());
    default:
      return name satisfies never;
  }
}
