/** @file Charts as scenes: one definition for the page, the report and the terminal. */
export { learningCurves } from './charts/learning-curves.js';
export { pixelGrid } from './charts/pixel-grid.js';
export { predictionBars } from './charts/prediction-bars.js';
export type * from './charts/chart-options.js';
export type * from './charts/grey-image.js';
export type * from './charts/learning-curves.js';
export type * from './charts/pixel-grid.js';
export type * from './charts/prediction-bars.js';

export { renderAnsi, type RenderAnsiOptions } from './ansi/render-ansi.js';
export type { TerminalColor } from './ansi/terminal-color.js';
export { renderSvg, type RenderSvgOptions } from './svg/render-svg.js';
export { renderTableHtml } from './svg/render-table-html.js';

export type * from './scene/mark.js';
export type * from './scene/image-pixels.js';
export type * from './scene/scene.js';
export { SceneError, type SceneErrorCode } from './scene/scene-error.js';

export { contrastRatio } from './theme/contrast.js';
export type { Paint } from './theme/paint.js';
export type { ColorScaleName, Theme, Token } from './theme/theme.js';
export { darkTheme, lightTheme } from './theme/themes.js';
export type { Locale } from './text/locale.js';
