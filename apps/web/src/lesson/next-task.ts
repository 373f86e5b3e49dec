/** Resolves when the page has had its turn: for reactions, and to draw what is there already. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
