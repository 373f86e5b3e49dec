/** @file Whether the reader asks for less motion; follows when they change their mind. */
const query = matchMedia('(prefers-reduced-motion: reduce)');
const motion = $state({ reduced: query.matches });
query.addEventListener('change', () => {
  motion.reduced = query.matches;
});

export function prefersReducedMotion(): boolean {
  return motion.reduced;
}
