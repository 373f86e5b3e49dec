import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './content-security-policy.ts';

const everywhere = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': contentSecurityPolicy,
};

const lines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);

/**
 * Writes `_headers`, from which Netlify and Cloudflare Pages learn what to send. Unless told
 * otherwise both let browsers ask anew every time, which suits all but the files in `assets/`.
 */
export function hostHeaders(): Plugin {
  const rules = [
    '/*',
    ...lines(everywhere),
    '/assets/*',
    '  Cache-Control: public, max-age=31536000, immutable',
  ];
  return {
    name: 'manabi-host-headers',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: `${rules.join('\n')}\n` });
    },
  };
}
