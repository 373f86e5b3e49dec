import type { Attachment } from 'svelte/attachments';

/** Calls once the reader comes to an element: for what is asked only then. */
export function onceSeen(call: () => void): Attachment {
  return (element) => {
    const watching = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watching.disconnect();
      call();
    });
    watching.observe(element);
    return () => watching.disconnect();
  };
}
