import { manabiTests } from '@manabi/vitest-config';
import { mergeConfig } from 'vitest/config';

export default mergeConfig(manabiTests(), {
  test: { globalSetup: './test/global-setup.ts', fileParallelism: false },
});
