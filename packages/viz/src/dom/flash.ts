/** @file A mark that just changed flashes once, unless the reader prefers reduced motion. */
import type { PaintedMark } from './painted-marks.js';

const flashMs = 450;
const faintest = 0.15;

/** Whether the reader prefers reduced motion. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Flashes an element of an SVG. */
export function flashElement(element: Element): void {
  if (isStill()) return;
  element.animate([{ opacity: faintest }, { opacity: 1 }], {
    duration: flashMs,
    easing: 'ease-out',
  });
}

/** Which painted marks flash, and how faint they are meanwhile. */
export interface Flashes {
  /**
   * Those that look otherwise than when they were seen last begin to flash.
   *
   * @returns whether some do.
   */
  see(marks: readonly PaintedMark[], options: { readonly quietly: boolean }): boolean;
  /**
   * Time passes.
   *
   * @param now - of the frame, in milliseconds.
   * @returns whether it goes on.
   */
  pass(now: number): boolean;
  /** In [0, 1], of marks in the mark with this id. */
  opacityOf(id: string | undefined): number;
}

export function flashes(): Flashes {
  const looks = new Map<string | undefined, string>();
  let changed = new Set<string | undefined>();
  /** The first frame after the change. */
  let begun: number | undefined;
  /** Of the flash that is over. */
  let share = 1;
  return {
    see(marks, { quietly }) {
      const differ = new Set<string | undefined>();
      for (const { mark, id } of marks) {
        if (mark.flash !== true) continue;
        const look = JSON.stringify(mark);
        if (looks.get(id) !== look) differ.add(id);
        looks.set(id, look);
      }
      if (quietly || differ.size === 0) return false;
      [changed, begun, share] = [differ, undefined, 0];
      return true;
    },
    pass(now) {
      share = Math.min(1, (now - (begun ??= now)) / flashMs);
      return share < 1;
    },
    opacityOf: (id) => (changed.has(id) ? 1 - (1 - faintest) * (1 - share) ** 2 : 1),
  };
}
