/** What a terminal can show: 16 million colours, the 256 of xterm, or none. */
export type TerminalColor = 'truecolor' | '256' | 'none';

/** A colour in a cell: `0xrrggbb`, or -1 for the terminal's own. */
export type CellColor = number;

/** Ink of one cell. */
export interface CellStyle {
  readonly foreground: CellColor;
  readonly background: CellColor;
  readonly bold: boolean;
}

export const plainStyle: CellStyle = { foreground: -1, background: -1, bold: false };

/** Steps of xterm's 6x6x6 colour cube. */
const cube = [0, 95, 135, 175, 215, 255];

function nearestStep(byte: number): number {
  let best = 0;
  for (let i = 1; i < cube.length; i++) {
    if (Math.abs(cube[i]! - byte) < Math.abs(cube[best]! - byte)) best = i;
  }
  return best;
}

/** Index of the nearest of xterm's colours 16 to 255: the cube or the 24 greys. */
function nearestXtermColor(color: number): number {
  const rgb = [(color >> 16) & 255, (color >> 8) & 255, color & 255];
  const steps = rgb.map(nearestStep);
  const grey = Math.min(23, Math.max(0, Math.round((rgb.reduce((a, b) => a + b) / 3 - 8) / 10)));
  const distance = (to: (i: number) => number) =>
    rgb.reduce((sum, byte, i) => sum + (byte - to(i)) ** 2, 0);
  const cubeDistance = distance((i) => cube[steps[i]!]!);
  const greyDistance = distance(() => 8 + 10 * grey);
  return greyDistance < cubeDistance ? 232 + grey : 16 + 36 * steps[0]! + 6 * steps[1]! + steps[2]!;
}

function code(color: CellColor, layer: 38 | 48, depth: TerminalColor): string {
  if (color < 0) return String(layer + 1);
  if (depth === '256') return `${layer};5;${nearestXtermColor(color)}`;
  return `${layer};2;${(color >> 16) & 255};${(color >> 8) & 255};${color & 255}`;
}

/** The escape sequence (ECMA-48, "select graphic rendition") that goes from one style to another. */
export function styleChange(from: CellStyle, to: CellStyle, depth: TerminalColor): string {
  if (depth === 'none') return '';
  const codes: string[] = [];
  if (from.bold !== to.bold) codes.push(to.bold ? '1' : '22');
  if (from.foreground !== to.foreground) codes.push(code(to.foreground, 38, depth));
  if (from.background !== to.background) codes.push(code(to.background, 48, depth));
  return codes.length === 0 ? '' : `\u001b[${codes.join(';')}m`;
}
