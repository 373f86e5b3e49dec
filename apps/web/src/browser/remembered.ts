/** @file Small choices that outlive a visit. Where the browser stores nothing, they do not. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`manabi.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`manabi.${key}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
