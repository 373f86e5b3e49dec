import type { Mark } from '../scene/mark.js';

/** The label of the mark under the pointer, as the browser shows it. */
export interface Tooltip {
  /** Whose label it is; undefined where the pointer is over none. */
  readonly mark: Mark | undefined;
  /** @param under - undefined where the pointer left the picture. */
  show(under: Element | undefined): void;
  /** Says what the label is by now. */
  refresh(): void;
}

/**
 * A `title` in the element that the pointer is over alone: a picture of hundreds of marks whose
 * labels change with every frame would spend its time on titles that nobody sees.
 */
export function tooltip(document: Document, markOf: (on: Element) => Mark | undefined): Tooltip {
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  let on: Element | null = null;

  function refresh(): void {
    const label = on === null ? undefined : markOf(on)?.label;
    if (label === undefined || on === null) {
      title.remove();
      return;
    }
    if (title.textContent !== label) title.textContent = label;
    if (title.parentNode !== on) on.prepend(title);
  }

  return {
    get mark() {
      return on === null ? undefined : markOf(on);
    },
    refresh,
    show(under) {
      on = under ?? null;
      while (on !== null && markOf(on)?.label === undefined) on = on.parentElement;
      refresh();
    },
  };
}
