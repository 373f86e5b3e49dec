declare module '*.md' {
  import type { ProsePart } from '../../build/parse-prose.ts';

  export const prose: readonly ProsePart[];
}
