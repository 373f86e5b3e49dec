/** @file What takes the network a while is asked where the reader rests, not on the way there. */

/** How long a moment is on show before it counts as the one that the reader stays at. */
const restMs = 400;

/**
 * A timer for questions about the moment on show: one that changed may be passed by, so they wait
 * until it stays; at the same moment, and at the first, they are asked at once.
 *
 * @returns `ask` after a while, unless what it returned is called before.
 */
export function onceResting(): (moment: number | undefined, ask: () => void) => () => void {
  let last: { readonly moment: number | undefined } | undefined;
  return (moment, ask) => {
    const moves = last !== undefined && last.moment !== moment;
    last = { moment };
    const timer = setTimeout(ask, moves ? restMs : 0);
    return () => clearTimeout(timer);
  };
}
