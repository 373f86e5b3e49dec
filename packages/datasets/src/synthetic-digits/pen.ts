/** @file A round pen with a soft edge on a canvas of bytes. */

/** Height and width of the canvas in pixels: `inkSize` and a margin. */
export const canvasSize = 36;

/** Length of a digit's longer side on the canvas, ink included: finer than the 20 it becomes. */
export const inkSize = 32;

/**
 * Draws a straight piece from (x0, y0) to (x1, y1), in pixels, leaving the darker ink where pieces
 * overlap. Ink is full to `radius - softness/2` from the line and gone at `radius + softness/2`.
 *
 * @param canvas - [canvasSize, canvasSize] bytes.
 */
export function drawPiece(
  canvas: Uint8Array,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  radius: number,
  softness: number,
): void {
  const outer = radius + softness / 2;
  const inner = radius > softness / 2 ? radius - softness / 2 : 0;
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - outer));
  const right = Math.min(canvasSize, Math.ceil(Math.max(x0, x1) + outer));
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - outer));
  const bottom = Math.min(canvasSize, Math.ceil(Math.max(y0, y1) + outer));
  const dx = x1 - x0;
  const dy = y1 - y0;
  const lengthSquared = dx * dx + dy * dy;
  const perLength = lengthSquared > 0 ? 1 / lengthSquared : 0;
  const innerSquared = inner * inner;
  const outerSquared = outer * outer;
  const slope = 255 / softness;
  for (let row = top; row < bottom; row++) {
    const py = row + 0.5 - y0;
    for (let column = left; column < right; column++) {
      const px = column + 0.5 - x0;
      let along = (px * dx + py * dy) * perLength;
      along = along < 0 ? 0 : along > 1 ? 1 : along;
      const ex = px - along * dx;
      const ey = py - along * dy;
      const distanceSquared = ex * ex + ey * ey;
      if (distanceSquared >= outerSquared) continue;
      const at = row * canvasSize + column;
      const ink =
        distanceSquared <= innerSquared ? 255 : (outer - Math.sqrt(distanceSquared)) * slope;
      if (ink > canvas[at]!) canvas[at] = ink;
    }
  }
}
