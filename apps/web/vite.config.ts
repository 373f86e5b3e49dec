import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { policyInPage } from './build/content-security-policy.ts';
import { hostHeaders } from './build/host-headers.ts';
import { proseMarkdown } from './build/prose-plugin.ts';
import { siteWorker } from './build/site-worker-plugin.ts';
import { tfjsParts } from './build/tfjs-parts.ts';

export default defineConfig({
  // Relative addresses: the built folder works from any path of any static host.
  base: './',
  plugins: [svelte(), proseMarkdown(), policyInPage(), siteWorker(), hostHeaders()],
  build: { target: 'es2022' },
  worker: { format: 'es', plugins: () => [tfjsParts()] },
});
