export { chromiumArguments, chromiumHelp, findChromium } from './chromium.js';
export { centralDifference } from './central-difference.js';
export { dataDirectory, dataDirectoryHelp } from './data-directory.js';
export { describeOnEveryBackend } from './describe-on-every-backend.js';
export {
  readGolden,
  type GoldenConvolution,
  type GoldenPooling,
  type GoldenTensor,
  type GoldenTraining,
} from './golden.js';
export { softwareVulkanDriver, useSoftwareVulkan } from './software-vulkan.js';
export { decodeEventFile, type DecodedEvent, type DecodedValue } from './decode-event-file.js';
