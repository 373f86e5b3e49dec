export { loadModel } from './load-model.js';
export { saveModel } from './save-model.js';
