import process from 'node:process';
import { WriteStream } from 'node:tty';
import type { TerminalColor } from '@manabi/viz';
import { colors } from './colors.js';

/** The colours that pictures may use on stdout; none where text is not coloured either. */
export function colorDepth(): TerminalColor {
  if (!colors.isColorSupported) return 'none';
  // Reads COLORTERM, TERM and FORCE_COLOR alone, so it also answers for a pipe.
  const bits = WriteStream.prototype.getColorDepth(process.env);
  if (bits >= 24) return 'truecolor';
  return bits >= 8 ? '256' : 'none';
}
