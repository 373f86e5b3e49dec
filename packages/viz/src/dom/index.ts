/** @file Scenes on a page; the only part of the package that needs a DOM. */
export { mountScene, type MountedScene, type MountOptions } from './mount-scene.js';
export { onCanvas, type CanvasMarks } from './mark-canvas.js';
export type { SceneEvent } from './scene-event.js';
export { pixelsToImageData } from './image-data.js';
