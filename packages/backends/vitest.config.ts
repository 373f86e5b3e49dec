import { manabiTests } from '@manabi/vitest-config';

/** Node 20 has relaxed SIMD behind a flag, which later versions do not know. */
const execArgv =
  Number.parseInt(process.versions.node) < 21 ? ['--experimental-wasm-relaxed-simd'] : [];

export default manabiTests({ browser: true, execArgv });
