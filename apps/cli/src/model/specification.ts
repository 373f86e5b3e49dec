import { readFile } from 'node:fs/promises';
import { cnn, mlp, parseModelSpec, type ModelSpec } from '@manabi/models';
import { BadFileError } from '../failures/bad-file-error.js';
import { systemFault } from '../failures/system-words.js';
import { UsageError } from '../failures/usage-error.js';
import { suggestion } from '../options/nearest-word.js';
import { architectureWords } from '../options/words.js';
import { isTrainedModel } from './is-trained-model.js';

/** What an architecture has to fit. */
export interface Fit {
  /** [height, width, channels] or [features] */
  readonly inputShape: readonly number[];
  readonly classes: number;
}

/** Makes a specification for data; one from a file is what it is. */
export type SpecificationFor = (fit: Fit) => ModelSpec;

/**
 * Finds what `--model` means, before any data is loaded for it.
 *
 * @param model - an architecture's name, or the path of a specification in JSON.
 * @param hidden - units of each hidden layer of an mlp; undefined: its default.
 * @throws UsageError for a word that is neither, and later for options that make no model;
 *   BadFileError for a file that holds no good specification.
 */
export async function specification(
  model: string,
  hidden: readonly number[] | undefined,
): Promise<SpecificationFor> {
  if (hidden !== undefined && model !== 'mlp') {
    throw new UsageError(
      `--hidden: expected --model mlp, got ${model}; leave out --hidden, or write the layers in FILE.json`,
    );
  }
  switch (model) {
    case 'mlp':
      return (fit) => built(() => mlp(hidden === undefined ? fit : { ...fit, hidden }));
    case 'cnn':
      return (fit) => built(() => cnn(fit));
    default: {
      const spec = await readSpecification(model);
      return () => spec;
    }
  }
}

/** A specification made from options: what is wrong with it is wrong with them. */
function built(build: () => ModelSpec): ModelSpec {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ModelSpecError') throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

async function readSpecification(path: string): Promise<ModelSpec> {
  const text = await readText(path);
  if (await isTrainedModel(path)) throw trained(`the trained model ${path}`);
  try {
    return parseModelSpec(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const fault =
      error instanceof SyntaxError ? `expected JSON, got ${error.message}` : error.message;
    throw new BadFileError(`${path}: ${fault}`, { cause: error });
  }
}

const expected = 'mlp, cnn or the path of a specification in JSON';

function trained(got: string, cause?: unknown): UsageError {
  return new UsageError(
    `model: expected ${expected}, got ${got}; a trained model is for evaluate, predict and inspect, and what began with --checkpoint goes on with --resume`,
    { cause },
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') throw trained(`the folder ${path}`, error);
    if (!path.endsWith('.json')) {
      throw new UsageError(
        `model: expected ${expected}, got "${path}"; correct its spelling${suggestion(path, architectureWords)}`,
        { cause: error },
      );
    }
    throw new BadFileError(
      `model: expected ${expected}, got ${systemFault(error)} at ${path}; name another file`,
      { cause: error },
    );
  }
}
