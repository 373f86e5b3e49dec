/**
 * @file The lint rules of every package. The allowed imports between packages stand here once, as
 * a table, so that the dependency graph in ARCHITECTURE.md is enforced and not only described.
 */
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Imports run downhill: each folder may import only what its row names (tests excepted). */
const allowedSiblings = {
  'packages/datasets': [],
  'packages/models': [],
  'packages/backends': [],
  'packages/viz': [],
  'packages/trainer': ['datasets', 'models', 'backends'],
  'apps/cli': ['datasets', 'models', 'backends', 'trainer', 'viz'],
  'apps/web': ['datasets', 'models', 'backends', 'trainer', 'viz'],
};

/** Packages that stay usable without a tensor library. */
const tensorFree = ['packages/datasets', 'packages/viz'];

const everySibling = ['datasets', 'models', 'backends', 'viz', 'trainer', 'cli', 'web'];

const importDirections = Object.entries(allowedSiblings).map(([folder, allowed]) => {
  const refused = everySibling.filter((name) => !allowed.includes(name));
  const patterns = [
    {
      group: refused.flatMap((name) => [`@manabi/${name}`, `@manabi/${name}/*`]),
      message: `${folder} may import ${allowed.join(', ') || 'no sibling'} (see ARCHITECTURE.md).`,
    },
  ];
  if (tensorFree.includes(folder)) {
    patterns.push({
      group: ['@tensorflow/*'],
      message: `${folder} works on plain typed arrays; tensors belong to models, backends and trainer.`,
    });
  }
  return {
    files: [`${folder}/src/**`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
});

/** Same seed, same result: packages take a seed and a clock from their caller. */
const determinism = {
  files: ['packages/*/src/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Take a seed and use pure-rand.' },
      { object: 'Date', property: 'now', message: 'Take a clock from the caller.' },
    ],
    'no-console': 'error',
  },
};

const style = {
  rules: {
    eqeqeq: 'error',
    'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // Typed arrays under noUncheckedIndexedAccess: an index proven by its loop needs the `!`.
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
};

/**
 * @param {string} root absolute path of the workspace
 * @returns {import('eslint').Linter.Config[]}
 */
export function manabiConfig(root) {
  return ts.config(
    // AssemblyScript looks like TypeScript, but its types are those of WebAssembly; asc checks it.
    { ignores: ['packages/backends/assembly/**/*.ts'] },
    { ignores: ['**/dist/', '**/coverage/', '**/test-results/', '**/.turbo/', '**/.svelte-kit/'] },
    js.configs.recommended,
    {
      files: ['**/*.ts', '**/*.svelte'],
      extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
      languageOptions: {
        parserOptions: {
          projectService: true,
          tsconfigRootDir: root,
          extraFileExtensions: ['.svelte'],
        },
      },
      ...style,
    },
    { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: globals.node } },
    svelte.configs.recommended,
    {
      files: ['**/*.svelte', '**/*.svelte.ts'],
      languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
      // Properties of a component are taken apart in one declaration; some may be bound, some not.
      rules: { 'prefer-const': ['error', { destructuring: 'all' }] },
    },
    {
      files: ['tooling/contract-tests/consumers/**'],
      languageOptions: { globals: globals.browser },
    },
    ...importDirections,
    determinism,
    {
      files: ['**/*.config.{js,ts,mjs}', '**/global-setup.ts'],
      rules: { 'no-restricted-exports': 'off' },
    },
    prettier,
    svelte.configs.prettier,
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  );
}
