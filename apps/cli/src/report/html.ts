const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text that is safe between tags and inside double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** A table of two columns: what it is, and what it says. */
export function factsTable(rows: readonly (readonly [name: string, value: string])[]): string {
  const lines = rows.map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts"><tbody>${lines.join('')}</tbody></table>`;
}

/**
 * A part of the page under its own heading.
 *
 * @param breaks - on paper: `whole` stays on one page, `flows` goes on over the next.
 */
export function section(
  title: string,
  content: string,
  breaks: 'whole' | 'flows' = 'whole',
): string {
  return `<section class="${breaks}"><h2>${escapeHtml(title)}</h2>\n${content}\n</section>`;
}
