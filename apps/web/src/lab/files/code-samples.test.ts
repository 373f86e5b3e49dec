import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cnn, initializeModel, mlp } from '@manabi/models';
import { loadModel } from '@manabi/models/node';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import { kerasSample, typescriptSample } from './code-samples.js';

const digits = { kind: 'synthetic-digits', trainSize: 120, testSize: 40, seed: 1 } as const;
const configuration: RunConfiguration = {
  data: digits,
  spec: mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [12], dropout: 0.2 }),
  settings: {
    ...{ epochs: 2, batchSize: 20, validationSplit: 0.1, seed: 5 },
    optimizer: { type: 'momentum', learningRate: 0.05, momentum: 0.8 },
  },
  backend: 'cpu',
};
const program = (change: Partial<RunConfiguration> = {}) => ({
  configuration: { ...configuration, ...change },
  ownFolder: 'my-cats',
});

describe('the TypeScript program', () => {
  it('runs in Node, trains as the lab does and saves a model that can be read', async () => {
    const source = codeText(typescriptSample(program()));
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    const folder = await mkdtemp(join(tmpdir(), 'manabi-'));
    const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
    await symlink(modules, join(folder, 'node_modules'));
    await writeFile(join(folder, 'program.mjs'), ts.transpile(source, options));
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: folder });
    expect(stdout).toMatch(/^1 \d\.\d+ \d(\.\d+)? \d\.\d+ \d(\.\d+)?$/m);
    expect(stdout).toMatch(/^test \d/m);
    const { model, metadata } = await loadModel(join(folder, 'my-model'));
    const first = initializeModel(configuration.spec, { seed: 5 });
    expect(Object.keys(model.weights)).toEqual(Object.keys(first.weights));
    expect(model.weights).not.toEqual(first.weights);
    expect(metadata.dataset).toBe('synthetic-digits');
    await rm(folder, { recursive: true });
  });

  it('has no fault of type, for every kind of data', () => {
    const choices = [
      digits,
      { kind: 'iris' },
      { kind: 'published', name: 'mnist' },
      { kind: 'own', id: 'cats' },
    ] as const;
    const files = new Map(
      choices.map((data) => [
        fileURLToPath(new URL(`./sample-${data.kind}.ts`, import.meta.url)),
        codeText(typescriptSample(program({ data, threads: 2 }))),
      ]),
    );
    const options: ts.CompilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: true, types: ['node'] },
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
    };
    const disk = ts.createCompilerHost(options);
    const host: ts.CompilerHost = {
      ...disk,
      fileExists: (name) => files.has(name) || disk.fileExists(name),
      readFile: (name) => files.get(name) ?? disk.readFile(name),
      getSourceFile(name, target) {
        const text = files.get(name);
        if (text === undefined) return disk.getSourceFile(name, target);
        return ts.createSourceFile(name, text, target);
      },
    };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host));
    expect(
      found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ).toEqual([]);
  }, 60_000);
});

describe('the Keras program', () => {
  it('has the same layers, settings and data', () => {
    const text = codeText(kerasSample(program()));
    for (const line of [
      'keras.Input(shape=(28, 28, 1)),',
      '    keras.layers.Flatten(),',
      '    keras.layers.Dense(12, activation="relu"),',
      '    keras.layers.Dropout(0.2),',
      '    keras.layers.Dense(10, activation="softmax"),',
      'optimizer=keras.optimizers.SGD(learning_rate=0.05, momentum=0.8),',
      'epochs=2, batch_size=20, validation_split=0.1',
      'set_random_seed(5)',
    ]) {
      expect(text).toContain(line);
    }
    const spec = cnn({ inputShape: [28, 28, 1], classes: 10 });
    expect(codeText(kerasSample(program({ spec })))).toContain(
      'keras.layers.Conv2D(32, 3, activation="relu"),',
    );
    const own = codeText(kerasSample(program({ data: { kind: 'own', id: 'cats' } })));
    expect(own).toContain('open(f"my-cats/{name}-idx{dimensions}-ubyte", "rb")');
    const fashion = { kind: 'published', name: 'fashion-mnist' } as const;
    expect(codeText(kerasSample(program({ data: fashion })))).toContain(
      'fashion_mnist.load_data()',
    );
  });
});
