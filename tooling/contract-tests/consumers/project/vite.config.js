import { fileURLToPath } from 'node:url';

export default {
  resolve: {
    alias: {
      './wasm-path.js': fileURLToPath(new URL('./wasm-path-in-vite.js', import.meta.url)),
    },
  },
};
