import type { Scene } from '../scene/scene.js';
import { lightTheme } from '../theme/themes.js';
import type { Theme } from '../theme/theme.js';
import { sceneToSvg, type SvgNode } from './svg-node.js';

export interface RenderSvgOptions {
  /** Default {@link lightTheme}. */
  readonly theme?: Theme;
  /** Whether the theme's page colour lies under the chart. Default true. */
  readonly background?: boolean;
}

/**
 * A scene as an SVG document, one element a line, numbers rounded to two decimals: the same scene
 * gives the same text on every machine. Title and description travel with it for screen readers.
 */
export function renderSvg(scene: Scene, options: RenderSvgOptions = {}): string {
  const { theme = lightTheme, background = true } = options;
  const { width, height } = scene;
  const page = { type: 'rect', x: 0, y: 0, width, height, fill: 'background' } as const;
  const marks = background ? [page, ...scene.marks] : scene.marks;
  return write(sceneToSvg({ ...scene, marks }, { theme, mode: 'picture' }), '');
}

function write(node: SvgNode, indent: string): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  const start = `${indent}<${node.tag}${attributes}`;
  const text = node.text === undefined ? '' : escapeXml(node.text);
  if (node.children.length === 0) {
    return text === '' ? `${start}/>\n` : `${start}>${text}</${node.tag}>\n`;
  }
  const children = node.children.map((child) => write(child, `${indent}  `)).join('');
  // White space inside a text element would be drawn.
  return node.tag === 'text'
    ? `${start}>${text}${children.trim()}</text>\n`
    : `${start}>\n${children}${indent}</${node.tag}>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text that is safe between tags and inside double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
