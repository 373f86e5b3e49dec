/** @file The words that options take. They stand here so that help needs no package to be loaded. */

export const optimizerWords = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;

export const backendWords = ['auto', 'webgpu', 'wasm', 'cpu'] as const;

export const engineWords = ['auto', 'plan', 'autodiff'] as const;

/** Languages of reports. */
export const languageWords = ['en', 'ja'] as const;

/** Shells that completion is made for. */
export const shellWords = ['bash', 'zsh', 'fish'] as const;

/** Architectures by name; any other word is the path of a specification in JSON. */
export const architectureWords = ['mlp', 'cnn'] as const;

/** Data sets by name, beside `idx:DIR` and `images:DIR`. */
export const datasetNameWords = [
  'mnist',
  'fashion-mnist',
  'kmnist',
  'iris',
  'synthetic-digits',
] as const;
