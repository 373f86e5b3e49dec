/** @file Which data the lab uses, as it stands in the address, and what it is called. */
import { datasetInfo, datasetNames, isDatasetName, type DatasetName } from '@manabi/datasets';
import type { Codec } from '../../address/codecs.js';
import type { DataChoice } from '../../training/data-choice.js';
import { choiceOf, knownName } from '../../training/known-data.js';
import type { DataDescription } from '../../training/load-data.js';

/** In the order in which they are offered: what is always there comes first. */
export const offeredNames: readonly DatasetName[] = [
  'synthetic-digits',
  'iris',
  ...datasetNames.filter((name) => name !== 'synthetic-digits' && name !== 'iris'),
];

const ownPrefix = 'own:';

/** `mnist`, `iris`, `own:cats-3f2ab`; `synthetic-digits:60000,10000,2` for another size or seed. */
export const dataCodec: Codec<DataChoice> = {
  initial: choiceOf('synthetic-digits'),
  read(text) {
    if (isDatasetName(text)) return choiceOf(text);
    const own = /^own:([a-z0-9-]{1,40})$/.exec(text);
    if (own !== null) return { kind: 'own', id: own[1]! };
    const drawn = /^synthetic-digits:(\d{1,6}),(\d{1,6}),(\d{1,6})$/.exec(text);
    const [trainSize = 0, testSize = 0, seed = 0] = drawn?.slice(1).map(Number) ?? [];
    const possible = trainSize >= 10 && trainSize <= 60_000 && testSize >= 10 && testSize <= 10_000;
    return possible ? { kind: 'synthetic-digits', trainSize, testSize, seed } : undefined;
  },
  write(choice) {
    const name = knownName(choice);
    if (choice.kind === 'own') return `${ownPrefix}${choice.id}`;
    if (choice.kind !== 'synthetic-digits') return name!;
    const { trainSize, testSize, seed } = choice;
    const usual = JSON.stringify(choice) === JSON.stringify(choiceOf('synthetic-digits'));
    return usual ? choice.kind : `${choice.kind}:${trainSize},${testSize},${seed}`;
  },
};

/** Class names in the reader's language, by label. */
export function namesOfClasses(
  { choice, classNames }: Pick<DataDescription, 'choice' | 'classNames'>,
  language: 'en' | 'ja',
): readonly string[] {
  const name = knownName(choice);
  return name === undefined ? classNames : datasetInfo(name).classNames[language];
}
