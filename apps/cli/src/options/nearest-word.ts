import { distance } from 'fastest-levenshtein';

/**
 * The known word that a mistyped one most likely means.
 *
 * @param typed - what the user wrote; case does not count.
 * @param known - the words that would have worked.
 * @returns the nearest by Levenshtein distance, if at most a third of the longer word differs (or
 * two letters of a short one); else a word that starts with what was typed; else undefined.
 */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  let nearest: string | undefined;
  let best = Infinity;
  for (const candidate of known) {
    const edits = distance(word, candidate.toLowerCase());
    const tolerated = Math.max(2, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (edits < best && edits <= tolerated && edits < candidate.length) {
      best = edits;
      nearest = candidate;
    }
  }
  if (nearest !== undefined || word.length < 2) return nearest;
  return known.find((candidate) => candidate.toLowerCase().startsWith(word));
}

/** A line that offers the nearest word, as commander does for commands; empty when none is near. */
export function suggestion(typed: string, known: readonly string[]): string {
  const nearest = nearestWord(typed, known);
  return nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`;
}
