import { svelte } from '@sveltejs/vite-plugin-svelte';
import { manabiTests } from '@manabi/vitest-config';

// For tests of reactive state (`*.svelte.ts`).
export default manabiTests({ vite: { plugins: [svelte()] } });
