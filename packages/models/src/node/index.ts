export { claimModelFolder } from './claim-model-folder.js';
export { loadModel } from './load-model.js';
export { makeFolder } from './make-folder.js';
export { saveModel } from './save-model.js';
