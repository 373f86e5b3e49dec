import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** The service worker with the list of the built files, and the manifest that makes the site installable. */
export function siteWorker(): PluginOption {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'service-worker',
    filename: 'service-worker.ts',
    // The page registers it itself, after its own files have arrived.
    injectRegister: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*.{html,js,css,wasm,svg,png,webmanifest}'],
      // Data sets beside the site are kept by the page, when a reader asks for one.
      globIgnores: ['data/**'],
      maximumFileSizeToCacheInBytes: 4 * 2 ** 20,
    },
    manifest: {
      id: './',
      name: 'manabi 学び',
      short_name: 'manabi',
      description:
        'Neural networks that you can take apart. / ニューラルネットワークを中身まで見て学ぶ',
      start_url: './',
      scope: './',
      display: 'minimal-ui',
      background_color: '#ffffff',
      theme_color: '#1f3a5f',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
}
