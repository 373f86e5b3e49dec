/** @file Code with the reader's values in it, told apart so that the page can mark them. */
export interface CodePiece {
  readonly text: string;
  /** Whether it is a value that the reader set. */
  readonly value: boolean;
}

/** A program in pieces. */
export type CodeSample = readonly CodePiece[];

/** A piece that depends on what the reader set without being it. */
export function plain(text: string): CodePiece {
  return { text, value: false };
}

/**
 * Tag of a template: what stands in `${}` is a value of the reader, unless it is {@link plain}.
 * Numbers and lists of numbers are written as both TypeScript and Python read them.
 */
export function code(
  strings: TemplateStringsArray,
  ...values: readonly (CodePiece | number | string | readonly number[])[]
): CodeSample {
  return strings
    .flatMap((text, index) => {
      const value = values[index];
      return value === undefined ? [plain(text)] : [plain(text), toPiece(value)];
    })
    .filter(({ text }) => text !== '');
}

/** The program as text, to be copied. */
export function codeText(sample: CodeSample): string {
  return sample.map(({ text }) => text).join('');
}

function toPiece(value: CodePiece | number | string | readonly number[]): CodePiece {
  if (typeof value === 'object' && 'text' in value) return value;
  return { text: typeof value === 'object' ? `[${value.join(', ')}]` : String(value), value: true };
}
