import { textRoom } from './measure-text.js';

/** A text that fits the room, on the page and in a terminal; what does not fit becomes `…`. */
export function fitText(text: string, size: number, room: number): string {
  if (textRoom(text, size) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textRoom(`${characters.join('')}…`, size) > room) {
    characters.pop();
  }
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`;
}
