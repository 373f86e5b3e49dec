import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** The gallery runs on the sources, so that a change shows at once. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.vite-gallery', import.meta.url)),
  resolve: {
    alias: { '@manabi/viz/dom': source('dom/index.ts'), '@manabi/viz': source('index.ts') },
  },
});
