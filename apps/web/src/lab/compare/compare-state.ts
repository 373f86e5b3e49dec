import { choiceCodec } from '../../address/codecs.js';
import { epochCodec } from '../../through-time/epoch.js';
import { runCodec } from '../state.js';

/** Which runs are compared, in the address: `#/lab/compare?a=3f2ab91c&b=77e01d5a`. */
export const compareSchema = {
  a: runCodec,
  b: runCodec,
  /** The moment of both. Default: the end of each. */
  epoch: epochCodec,
  /** As in the pane where one looks at one network. */
  matrix: choiceCodec('counts', ['counts', 'rows']),
} as const;
