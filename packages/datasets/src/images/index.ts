export { toColor, toGrey } from './channels.js';
export { type DecodeOptions, decodeImage } from './decode-image.js';
export type { DecodedImage } from './decoded-image.js';
export { invertImage, isDarkOnLight } from './ink-polarity.js';
export {
  type Bounds,
  type DigitPreparation,
  type GreyImage,
  digitSize,
  explainDigit,
  prepareDigit,
} from './prepare-digit.js';
export { resizeImage } from './resize-image.js';
