import { textRoom } from './measure-text.js';

/**
 * A text that fits the room; what does not fit becomes `…`.
 *
 * @param measure - Default: on the page and in a terminal. `measureText`: on the page alone.
 */
export function fitText(text: string, size: number, room: number, measure = textRoom): string {
  if (measure(text, size) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && measure(`${characters.join('')}…`, size) > room) {
    characters.pop();
  }
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`;
}
