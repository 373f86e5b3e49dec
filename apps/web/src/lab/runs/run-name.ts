/**
 * @file What a run is called in the reader's language: the name that the reader gave it, else what it
 * is. A run that nobody named is stored under a name that is the same in every language.
 */
import type { LayerSpec, ModelSpec } from '@manabi/models';
import { formatNumber, localized } from '../../i18n/language.svelte.js';
import { mostNameLength } from '../../runs/stored-run.js';
import type { DataDescription } from '../../training/load-data.js';
import { knownName } from '../../training/known-data.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import { dataCodec } from '../data/data-choices.js';
import { networkCodec, toChoice, type NetworkChoice } from '../network/network-choice.js';
import { runNameWords } from './run-name-words.js';

/** The name under which a run is stored that nobody named: as the address has it. */
export function storedName(network: NetworkChoice, data: RunConfiguration['data']): string {
  return `${networkCodec.write(network)} · ${dataCodec.write(data)}`.slice(0, mostNameLength);
}

export interface NamedRun {
  readonly name: string;
  readonly configuration: RunConfiguration;
  readonly data: Pick<DataDescription, 'name'> | null;
}

/** Reactive. */
export function runName({ name, configuration, data }: NamedRun): string {
  return isGiven(name, configuration, data) ? name : describedRun(configuration, data);
}

function isGiven(
  name: string,
  { spec, data: choice }: RunConfiguration,
  data: NamedRun['data'],
): boolean {
  const outputs = spec.layers.at(-1);
  const classes = outputs?.type === 'dense' ? outputs.units : 0;
  const usual = [
    storedName(toChoice(spec.layers, { inputShape: spec.inputShape, classes }), choice),
    storedName({ layers: spec.layers }, choice),
    // As it is called where it is opened from files.
    `${spec.name ?? 'model'} · ${data?.name ?? ''}`.slice(0, mostNameLength),
  ];
  return !usual.includes(name);
}

function describedRun({ spec, data: choice }: RunConfiguration, data: NamedRun['data']): string {
  const words = localized(runNameWords);
  const known = knownName(choice);
  const title = known === undefined ? (data?.name ?? words.own) : words.data[known];
  const named =
    choice.kind === 'synthetic-digits'
      ? words.images(title, formatNumber(choice.trainSize))
      : title;
  return words.run(describedNetwork(spec), named);
}

function describedNetwork({ name, inputShape, layers }: ModelSpec): string {
  const words = localized(runNameWords);
  const widths = units(layers);
  const filters = layers.flatMap((layer) => (layer.type === 'conv2d' ? [layer.filters] : []));
  const hasDropout = layers.some(({ type }) => type === 'dropout');
  const network = filters.length > 0 ? convolutional() : dense();
  return hasDropout ? words.dropout(network) : network;

  function convolutional(): string {
    // One that ends in global pooling may have no dense layer.
    const stages = [filters, widths].filter(({ length }) => length > 0);
    const text = stages.map((stage) => stage.join('-')).join(words.then);
    return `${name === 'tinyvgg' ? 'Tiny VGG' : 'CNN'} ${text}`;
  }

  function dense(): string {
    const inputs = inputShape.reduce((product, extent) => product * extent, 1);
    const text = [inputs, ...widths].join('-');
    return widths.length > 1 ? `MLP ${text}` : words.oneLayer(text);
  }
}

const units = (layers: readonly LayerSpec[]) =>
  layers.flatMap((layer) => (layer.type === 'dense' ? [layer.units] : []));
