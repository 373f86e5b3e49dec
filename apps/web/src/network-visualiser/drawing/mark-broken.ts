import type { NetworkRecord } from '@manabi/viz';
import type { Damage } from '../../break-it/damage.js';
import { brokenLayer } from '../network/broken-network.js';

/** Crosses out in a drawing what the reader has broken. */
export function markBroken(
  record: NetworkRecord,
  damage: Damage,
  withoutBias: string,
): NetworkRecord {
  if (damage.ablation === undefined) return record;
  return {
    ...record,
    layers: record.layers.map((layer, index) => {
      const { bias, silenced } = brokenLayer(damage, index);
      const units = Array.from({ length: layer.units }, (_, unit) => unit).filter(silenced);
      return {
        ...layer,
        ...(units.length === 0 ? {} : { silenced: units }),
        ...(bias ? { note: withoutBias } : {}),
      };
    }),
  };
}
