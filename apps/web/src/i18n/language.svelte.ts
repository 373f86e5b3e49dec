/** @file The language of the page: the address says which, else the browser does. */
import i18next from 'i18next';
import { languageInAddress, writeLanguageToAddress } from './address.js';
import en from './en.json';
import ja from './ja.json';

export type Language = 'en' | 'ja';

const titles: Record<Language, string> = { en: 'English', ja: '日本語' };
export const languages = Object.entries(titles) as [Language, string][];

const translations = i18next.createInstance();
await translations.init({
  resources: { en: { translation: en }, ja: { translation: ja } },
  fallbackLng: false,
  // Svelte escapes what it inserts.
  interpolation: { escapeValue: false },
});

const asked = languageInAddress() ?? navigator.language;
const state = $state<{ language: Language }>({
  language: asked.toLowerCase().startsWith('ja') ? 'ja' : 'en',
});

export function currentLanguage(): Language {
  return state.language;
}

/** Switches the page and writes the choice into the address, so that it can be shared. */
export function setLanguage(language: Language): void {
  state.language = language;
  writeLanguageToAddress(language);
}

/** The text behind a key in the page's language; reactive when read in a component. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  return translations.t(key, { ...values, lng: state.language });
}

/** A number as the page's language writes it. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(state.language, options).format(value);
}
