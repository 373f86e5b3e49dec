/** @file Light or dark: what the reader chose here before, else what their system asks for. */
import { darkTheme, lightTheme, type Theme } from '@manabi/viz';
import { recall, remember } from '../browser/remembered.js';

const query = matchMedia('(prefers-color-scheme: dark)');
const remembered = recall('scheme');
const chosen = remembered === 'dark' || remembered === 'light' ? remembered : undefined;
const scheme = $state({ system: query.matches, chosen });
query.addEventListener('change', () => {
  scheme.system = query.matches;
});

export function isDark(): boolean {
  return scheme.chosen === undefined ? scheme.system : scheme.chosen === 'dark';
}

export function setDark(dark: boolean): void {
  scheme.chosen = dark ? 'dark' : 'light';
  remember('scheme', scheme.chosen);
}

/** The charts' theme of the same scheme. */
export function currentTheme(): Theme {
  return isDark() ? darkTheme : lightTheme;
}
