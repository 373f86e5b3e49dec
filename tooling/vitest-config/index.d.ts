import type { ViteUserConfig } from 'vitest/config';

/** See index.js. */
export function manabiTests(options?: {
  /** Whether the package has browser tests. Default false. */
  browser?: boolean;
  /** Flags for Node. */
  execArgv?: string[];
  /** Settings of Vite beside the tests. */
  vite?: ViteUserConfig;
}): ViteUserConfig;
