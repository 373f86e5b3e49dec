import { datasetSize, selectExamples, type Dataset } from '@manabi/datasets';
import type { Model } from '@manabi/models';
import { predict } from '@manabi/trainer';
import { drawPrediction } from '../pictures/draw-prediction.js';
import { exampleImage } from '../pictures/example-image.js';
import { print } from '../terminal/output.js';

/** Draws the first test examples with what the model says of them. */
export async function showPredictions(model: Model, test: Dataset, wanted: number): Promise<void> {
  const shown = Math.min(wanted, datasetSize(test));
  const examples = selectExamples(
    test,
    Uint32Array.from({ length: shown }, (_, index) => index),
  );
  const { probabilities, classes } = await predict(model, examples);
  for (let index = 0; index < shown; index++) {
    const image = exampleImage(examples, index);
    print('');
    print(
      drawPrediction({
        probabilities: probabilities.subarray(index * classes, (index + 1) * classes),
        classNames: test.classNames,
        truth: examples.labels[index]!,
        ...(image === undefined ? {} : { image }),
      }),
    );
  }
}
