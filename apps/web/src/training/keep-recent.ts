/** Moments whose answers are kept: those of 10,000 examples take half a megabyte each. */
const keptMoments = 32;

/** Keeps the answer of a moment, and forgets the one that was kept or asked for again longest ago. */
export function keepRecent<Answer>(
  answers: Map<string, Answer>,
  moment: string,
  answer: Answer,
): void {
  answers.delete(moment);
  answers.set(moment, answer);
  const [oldest = moment] = answers.keys();
  if (answers.size > keptMoments) answers.delete(oldest);
}
