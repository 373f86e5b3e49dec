/** What a host should send with every file; `Cross-Origin-Resource-Policy` for pages that embed ours. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * An answer with the headers that give a page shared memory, and so threads, where its host cannot
 * send them (https://html.spec.whatwg.org/#coep).
 */
export function isolated(response: Response): Response {
  // Redirects and errors have to stay what they are.
  if (response.type !== 'basic' && response.type !== 'default') return response;
  const { body, status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolation)) headers.set(name, value);
  return new Response(body, { status, statusText, headers });
}
