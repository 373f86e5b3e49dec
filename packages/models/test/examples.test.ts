/** @file Runs the examples in README and TSDoc: `expression; // value` is an assertion. */
import * as models from '@manabi/models';
import '@tensorflow/tfjs-backend-cpu';
import * as tensors from '@tensorflow/tfjs-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';

const scope = { ...tensors, ...models, expect };
// A CommonJS module's namespace has a `default`, which is no name for a variable.
const names = Object.keys(scope).filter((name) => name !== 'default');

const packageFolder = join(import.meta.dirname, '..');
const documented = readdirSync(join(packageFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => join('src', file));

const examples = ['README.md', ...documented].flatMap((file) => {
  const text = readFileSync(join(packageFolder, file), 'utf8').replaceAll(/^ \* ?/gm, '');
  return [...text.matchAll(/^```ts\n(.+?)^```$/gms)].map(([, code]) => ({ file, code: code! }));
});

it('finds the examples', () => {
  const files = examples.map(({ file }) => file);
  expect(files).toContain('README.md');
  expect(files).toContain(join('src', 'forward', 'forward.ts'));
});

it.each(examples)('the example in $file is true', async ({ code }) => {
  await tensors.setBackend('cpu');
  const asserted = code
    .replaceAll(/^import [^;]+;$/gm, '')
    .replaceAll(
      /^(?!const )(.+); \/\/ (.+)$/gm,
      (_, expression: string, value: string) => `expect(${expression}).toEqual(${value});`,
    );
  expect(asserted).toContain('expect(');
  const { outputText } = ts.transpileModule(asserted, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  });
  const before = tensors.memory().numTensors;
  const run = runInThisContext(
    `async (scope) => { const { ${names.join(', ')} } = scope; ${outputText} }`,
  ) as (values: typeof scope) => Promise<void>;
  await run(scope);
  expect(tensors.memory().numTensors).toBe(before);
});
