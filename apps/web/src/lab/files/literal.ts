import type { CodePiece } from '../../lesson/code-sample.js';

/** A plain object as TypeScript writes it on one line: `{ type: 'dense', units: 10 }`. */
export function literal(value: object): CodePiece {
  return { text: write(value), value: true };
}

function write(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll(/['\\]/g, '\\$&')}'`;
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{ ${entries.map(([key, one]) => `${key}: ${write(one)}`).join(', ')} }`;
}
