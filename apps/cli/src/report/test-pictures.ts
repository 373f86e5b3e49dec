import { datasetHash, type Dataset } from '@manabi/datasets';
import type { RunRecord } from '@manabi/trainer';
import type { GreyImage } from '@manabi/viz';
import { loadExamples } from '../data/load-examples.js';
import { exampleImage } from '../pictures/example-image.js';

/** Pictures of test examples, as far as there are any. */
export interface TestPictures {
  /** Of the example with this number in the test part. */
  readonly picture: (index: number) => GreyImage | undefined;
  /** Why there are none, where there should be some; else null. */
  readonly reason: string | null;
}

/** A record holds no images: they come from the data set that it names, if that is the same one. */
export async function testPictures(
  { data, spec, test }: RunRecord,
  dataDir: string | undefined,
): Promise<TestPictures> {
  const none = (reason: string | null) => ({ picture: () => undefined, reason });
  if (test === null || spec.inputShape.length !== 3) return none(null);
  let examples: Dataset;
  try {
    const place = dataDir === undefined ? {} : { dataDir };
    // Only the test part is drawn.
    const options = { ...data.options, ...place, trainSize: 0 };
    ({ test: examples } = await loadExamples(data.reference, options));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return none(error.message);
  }
  const sha256 = await datasetHash(examples);
  if (sha256 !== data.test.sha256) {
    const fault = `expected test examples with SHA-256 ${data.test.sha256}, got ${sha256}`;
    return none(`${data.reference}: ${fault}; use the data that the run was made with`);
  }
  return { picture: (index) => exampleImage(examples, index), reason: null };
}
