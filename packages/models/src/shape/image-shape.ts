import type { ExampleShape } from './resolved-model.js';
import { describeShape } from '../json/describe-value.js';
import { layerError, type LayerPlace } from './layer-place.js';

/** [height, width, channels], or an error that says what the layer got instead. */
export function imageShape(
  shape: ExampleShape,
  place: LayerPlace,
): readonly [height: number, width: number, channels: number] {
  const [height, width, channels] = shape;
  if (height === undefined || width === undefined || channels === undefined) {
    throw layerError(
      place,
      'inputShape',
      `expects an image [height,width,channels], got ${describeShape(shape)}; ` +
        'put it before any flatten or dense layer, or give the model an image as inputShape',
    );
  }
  return [height, width, channels];
}
