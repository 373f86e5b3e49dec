/** Language of everything a chart writes itself. Class and layer names are the caller's. */
export type Locale = 'en' | 'ja';

/** The same words in every language. */
export type Messages<T> = Readonly<Record<Locale, T>>;
