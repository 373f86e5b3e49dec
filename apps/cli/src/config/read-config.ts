/**
 * @file Options from a file. What may stand in it is read off the command itself, so each option of
 * the command line is a key, checked by the same reader, and none can be forgotten.
 */
import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command, type Option } from 'commander';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { BadFileError } from '../failures/bad-file-error.js';
import { systemFault } from '../failures/system-words.js';
import { nearestWord } from '../options/nearest-word.js';

/** Mean something on the command line alone. */
const commandLineOnly = ['config', 'help'];

/**
 * Gives a command the options of a file; those that stand on the command line stay as they are.
 *
 * @param path - of a YAML or JSON file: option names as in `batchSize: 32`.
 * @throws BadFileError with line and column, what is expected there, and what to do.
 */
export async function readConfig(command: Command, path: string): Promise<void> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines, prettyErrors: false });
  const fault = (offset: number, words: string) => {
    const { line, col } = lines.linePos(offset);
    return new BadFileError(`${path}:${line}:${col}: ${words}`);
  };
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw fault(
      broken.pos[0],
      `expected YAML or JSON, got ${lowerFirst(broken.message)}; correct it`,
    );
  }
  const root = document.contents;
  if (root === null) return;
  if (!isMap(root)) {
    throw fault(
      offsetOf(root),
      'expected options such as "epochs: 5", got something else; write one a line',
    );
  }
  const options = configOptions(command);
  for (const { key, value } of root.items) {
    const place = offsetOf(key);
    const name = isScalar(key) ? String(key.value) : '';
    const option = options.get(name);
    if (option === undefined) throw fault(place, unknownKey(name, [...options.keys()]));
    const result = readValue(option, value);
    if ('fault' in result) {
      const at = value === null ? place : offsetOf(value);
      throw fault(at, `${name}: ${result.fault}`);
    }
    if (command.getOptionValueSource(name) === 'cli') continue;
    command.setOptionValueWithSource(name, result.value, 'config');
  }
}

/** The options that a file may set, by key. */
export function configOptions(command: Command): Map<string, Option> {
  const entries = command.options.map((option) => [option.attributeName(), option] as const);
  return new Map(entries.filter(([name]) => !commandLineOnly.includes(name)));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new BadFileError(
      `--config: expected a YAML or JSON file, got ${systemFault(error)} at ${path}; manabi init writes an example`,
      { cause: error },
    );
  }
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function unknownKey(name: string, known: readonly string[]): string {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const nearest = known.includes(camel) ? camel : nearestWord(camel, known);
  const remedy =
    nearest === undefined ? 'manabi train --help lists the options' : `did you mean ${nearest}?`;
  return `expected the name of an option, got "${name}"; ${remedy}`;
}

type Result = { readonly value: unknown } | { readonly fault: string };

/** One value, by the reader of the command line. */
function readValue(option: Option, node: Node | null): Result {
  if (node === null || isAlias(node) || (isScalar(node) && node.value === null)) {
    return { fault: 'expected a value, got none; write one or remove the line' };
  }
  if (option.isBoolean()) {
    const wanted = isScalar(node) ? node.value : undefined;
    if (typeof wanted === 'boolean') return { value: wanted || undefined };
    return { fault: `expected true or false, got ${words(node)}; write one of them` };
  }
  const text = textOf(node);
  if (text === undefined) {
    return { fault: `expected a text or a number, got ${words(node)}; see ${option.flags}` };
  }
  const read = option.parseArg as ((text: string, previous: unknown) => unknown) | undefined;
  if (read === undefined) return { value: text };
  try {
    return { value: read(text, undefined) };
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const [first = '', ...rest] = error.message.split('\n');
    const hint = rest.length === 0 ? `see ${option.flags}` : rest.join(' ').replace(/^\(|\)$/g, '');
    return { fault: `${lowerFirst(first.replace(/\.$/, ''))}, got ${words(node)}; ${hint}` };
  }
}

/** A scalar as the command line would have it; a list with commas. */
function textOf(node: Node): string | undefined {
  if (isScalar(node)) {
    const { value, source } = node;
    if (typeof value === 'number') return source ?? String(value);
    return typeof value === 'string' ? value : undefined;
  }
  if (!isSeq(node)) return undefined;
  const parts = node.items.map((item) => textOf(item as Node));
  return parts.includes(undefined) ? undefined : parts.join(',');
}

function words(node: Node): string {
  if (isScalar(node)) return JSON.stringify(node.value);
  return isSeq(node) ? 'a list' : 'an object';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
