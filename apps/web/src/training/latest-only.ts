/**
 * Keeps one question under way and the newest of those that wait: an answer never overwrites that
 * to a later question, and a slow one does not make a queue.
 *
 * @param options.alsoOvertaken - whether an answer is given too where a later question waits by then.
 *   So something moves while questions come faster than answers, as from a slider. Default false.
 * @returns the same question; undefined where a later one took its place.
 */
export function latestOnly<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
  { alsoOvertaken = false }: { readonly alsoOvertaken?: boolean } = {},
): (...question: Question) => Promise<Answer | undefined> {
  let latest = 0;
  let underWay: Promise<Answer> | undefined;
  return async (...question) => {
    const request = ++latest;
    while (underWay !== undefined) {
      await underWay.catch(() => undefined);
      if (request !== latest) return undefined;
    }
    const answer = (underWay = ask(...question));
    try {
      const given = await answer;
      return alsoOvertaken || request === latest ? given : undefined;
    } catch (error) {
      if (request === latest) throw error;
      return undefined;
    } finally {
      if (underWay === answer) underWay = undefined;
    }
  };
}
