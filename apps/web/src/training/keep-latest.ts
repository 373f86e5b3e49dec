/**
 * Keeps the answer to the latest question, for as long as its key stays the same. An answer that
 * fails is asked for again.
 */
export function keepLatest<Answer>(): (
  key: string,
  make: () => Promise<Answer>,
) => Promise<Answer> {
  let kept: { readonly key: string; readonly answer: Promise<Answer> } | undefined;
  return (key, make) => {
    if (kept?.key === key) return kept.answer;
    const made = { key, answer: make() };
    kept = made;
    made.answer.catch(() => {
      if (kept === made) kept = undefined;
    });
    return made.answer;
  };
}
