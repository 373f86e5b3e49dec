/** @file What is opened, as the path of the address: `network/1.4` a neuron, `network/1.4/2` a connection to it. */
import type { NetworkSelection } from '@manabi/viz';

/** The selection that path segments after the view's name say, for layers of these sizes. */
export function readSelection(
  [place = '', origin = '']: readonly string[],
  sizes: readonly number[],
): NetworkSelection | undefined {
  const [, layerText, unitText] = /^(\d)\.(\d+)$/.exec(place) ?? [];
  const [layer, unit] = [Number(layerText), Number(unitText) - 1];
  const units = sizes[layer];
  // Inputs compute nothing: there is nothing to open.
  if (units === undefined || layer < 1 || !(unit >= 0 && unit < units)) return undefined;
  const from = Number(origin) - 1;
  const before = sizes[layer - 1];
  return /^\d+$/.test(origin) && before !== undefined && from >= 0 && from < before
    ? { layer, unit, from }
    : { layer, unit };
}

/** Path segments of a selection, after the view's name; counted from 1, as on the screen. */
export function writeSelection(selection: NetworkSelection | undefined): readonly string[] {
  if (selection === undefined) return [];
  const { layer, unit, from } = selection;
  return [`${layer}.${unit + 1}`, ...(from === undefined ? [] : [String(from + 1)])];
}

/** One level out: from a connection to its neuron, from a neuron to the network. */
export function oneLevelOut(selection: NetworkSelection): NetworkSelection | undefined {
  const { layer, unit, from } = selection;
  return from === undefined ? undefined : { layer, unit };
}
