export { claimModelFolder } from './claim-model-folder.js';
export { loadModel } from './load-model.js';
export { saveModel } from './save-model.js';
