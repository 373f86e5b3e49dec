import process from 'node:process';

/** What a pipe's reader, or a terminal that does not know its width, is assumed to have. */
const usual = 80;

/** Width of the terminal that a stream writes to. */
export function terminalColumns(stream: NodeJS.WriteStream = process.stdout): number {
  return stream.isTTY && stream.columns > 0 ? stream.columns : usual;
}
