/** @file Whether the reader's system asks for dark colours; follows when they switch. */
const query = matchMedia('(prefers-color-scheme: dark)');
const scheme = $state({ dark: query.matches });
query.addEventListener('change', () => {
  scheme.dark = query.matches;
});

export function prefersDark(): boolean {
  return scheme.dark;
}
