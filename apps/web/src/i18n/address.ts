/** The language that the address asks for, such as `ja`; null when it does not say. */
export function languageInAddress(): string | null {
  return new URLSearchParams(location.search).get('lang');
}

/** Replaces the address by one that opens the page in this language. */
export function writeLanguageToAddress(language: string): void {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  history.replaceState(null, '', address);
}
