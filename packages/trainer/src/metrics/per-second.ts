/** @returns things a second; 0 when no time passed that the clock could see. */
export function perSecond(things: number, durationMs: number): number {
  return durationMs > 0 ? (things * 1000) / durationMs : 0;
}
