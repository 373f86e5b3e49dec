/**
 * @file A lesson's text, from Markdown to what the page shows. Compiled when the site is built.
 * A line `::name` on its own is the place of the lesson's interactive piece of that name; a quotation
 * is what the reader should now see; formulas stand between dollar signs.
 */
import katex from 'katex';
import { Marked, type TokenizerAndRendererExtension } from 'marked';

/** A stretch of text, or the place of an interactive piece. */
export type ProsePart = { readonly html: string } | { readonly piece: string };

// MathML alone: KaTeX's own layout needs inline styles, which the site's policy forbids.
function mathml(formula: string, displayMode: boolean): string {
  return katex.renderToString(formula, { displayMode, output: 'mathml', throwOnError: true });
}

const inlineFormula: TokenizerAndRendererExtension = {
  name: 'inlineFormula',
  level: 'inline',
  start: (source) => source.indexOf('$'),
  tokenizer(source) {
    const [raw, formula, mark] = /^\$([^$\n]+)\$([.,:;、。]?)/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'inlineFormula', raw, formula, mark };
  },
  // A mark behind it begins no line.
  renderer({ formula, mark }) {
    const drawn = mathml(formula as string, false);
    return mark === '' ? drawn : `<span class="marked-formula">${drawn}${mark as string}</span>`;
  },
};

const blockFormula: TokenizerAndRendererExtension = {
  name: 'blockFormula',
  level: 'block',
  tokenizer(source) {
    const [raw, formula] = /^\$\$\n?([^$]+?)\n?\$\$(?:\n|$)/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'blockFormula', raw, formula };
  },
  renderer: ({ formula }) => `<p class="formula">${mathml(formula as string, true)}</p>`,
};

const piecePlace: TokenizerAndRendererExtension = {
  name: 'piecePlace',
  level: 'block',
  start: (source) => source.search(/^::/m),
  tokenizer(source) {
    const [raw, piece] = /^::([a-z][a-z-]*)[ \t]*(?:\n+|$)/.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'piecePlace', raw, piece };
  },
  renderer: () => '',
};

const marked = new Marked({ extensions: [inlineFormula, blockFormula, piecePlace] });

/** Markdown to text and places, in their order. */
export function parseProse(markdown: string): readonly ProsePart[] {
  const parts: ProsePart[] = [];
  let html = '';
  const finishText = () => {
    if (html.trim() !== '') parts.push({ html });
    html = '';
  };
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'piecePlace') {
      finishText();
      parts.push({ piece: (token as unknown as { piece: string }).piece });
    } else html += marked.parser([token]);
  }
  finishText();
  return parts;
}
