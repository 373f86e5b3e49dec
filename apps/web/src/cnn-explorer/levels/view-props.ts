import type { Network } from '../../training/model-queries.js';
import type { Column } from '../network/columns.js';
import type { ExplorerView } from '../state.js';
import type { ExplorerWords } from '../words.js';
import type { Level } from './level.js';

/** What every view of a layer is given. */
export interface LevelViewProps {
  readonly network: Network;
  readonly columns: readonly Column[];
  readonly level: Exclude<Level, { kind: 'overview' }>;
  /** The end of the colours of each map of each column. */
  readonly limits: readonly ((map: number) => number)[];
  readonly view: ExplorerView;
  readonly text: ExplorerWords;
  readonly classNames: readonly string[];
  readonly onopen: (level: Level) => void;
}
