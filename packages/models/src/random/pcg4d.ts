/**
 * Four 32-bit words hashed to four: the same numbers always give the same words, so any element of
 * a random array can be computed alone, on any number of threads, without state.
 * It is a bijection built of additions, multiplications and shifts that WGSL and WASM have too.
 *
 * Source: PCG4D of Jarzynski and Olano 2020, "Hash Functions for GPU Rendering", Journal of
 * Computer Graphics Techniques 9(3), listing 1; `*` and `+` are modulo 2^32:
 * ```text
 * v = v * 1664525 + 1013904223          each of x, y, z, w
 * x += y*w;  y += z*x;  z += x*y;  w += y*z
 * v = v ^ (v >> 16)                     each of x, y, z, w
 * x += y*w;  y += z*x;  z += x*y;  w += y*z
 * ```
 *
 * @param out - [4], receives the words in [0, 2^32).
 */
export function pcg4d(x: number, y: number, z: number, w: number, out: Uint32Array): void {
  x = (Math.imul(x, 1664525) + 1013904223) | 0;
  y = (Math.imul(y, 1664525) + 1013904223) | 0;
  z = (Math.imul(z, 1664525) + 1013904223) | 0;
  w = (Math.imul(w, 1664525) + 1013904223) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  out[0] = x;
  out[1] = y;
  out[2] = z;
  out[3] = w;
}
