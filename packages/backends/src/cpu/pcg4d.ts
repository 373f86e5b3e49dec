/**
 * Four 32-bit words hashed to four: PCG4D of Jarzynski and Olano 2020, "Hash Functions for GPU
 * Rendering", listing 1, with all arithmetic modulo 2^32.
 *
 * @param out - [4], receives the words in [0, 2^32).
 */
export function pcg4d(x: number, y: number, z: number, w: number, out: Uint32Array): void {
  const v = [x, y, z, w].map((word) => Math.imul(word, 1664525) + 1013904223) as Words;
  mix(v);
  for (let i = 0; i < 4; i++) v[i]! ^= v[i]! >>> 16;
  mix(v);
  out.set(v);
}

type Words = [number, number, number, number];

function mix(v: Words): void {
  v[0] = (v[0] + Math.imul(v[1], v[3])) | 0;
  v[1] = (v[1] + Math.imul(v[2], v[0])) | 0;
  v[2] = (v[2] + Math.imul(v[0], v[1])) | 0;
  v[3] = (v[3] + Math.imul(v[1], v[2])) | 0;
}
