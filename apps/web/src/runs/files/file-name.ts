/** A name as that of a file or folder: letters and digits of any script, `-` for the rest. */
export function fileName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60) || 'run';
}
