import { describe, expect, it } from 'vitest';
import { invertImage, isDarkOnLight } from './ink-polarity.js';

/** A 4x3 image with one value on its edge and another inside. */
function framed(edge: number, inside: number) {
  const row = [edge, inside, inside, edge];
  const rim = [edge, edge, edge, edge];
  return { width: 4, height: 3, data: Uint8Array.from([...rim, ...row, ...rim]) };
}

describe('isDarkOnLight', () => {
  it('judges by the edge, however much ink there is inside', () => {
    expect(isDarkOnLight(framed(255, 0))).toBe(true);
    expect(isDarkOnLight(framed(0, 255))).toBe(false);
  });

  it('weighs every edge pixel once', () => {
    // 6 of the 10 edge pixels are white: columns 0 and 3 of every row.
    const data = Uint8Array.from([255, 0, 0, 255, 255, 9, 9, 255, 255, 0, 0, 255]);
    expect(isDarkOnLight({ width: 4, height: 3, data })).toBe(true);
    // 4 of the 10: the corners.
    const corners = Uint8Array.from([255, 0, 0, 255, 0, 255, 255, 0, 255, 0, 0, 255]);
    expect(isDarkOnLight({ width: 4, height: 3, data: corners })).toBe(false);
  });

  it('reads a single row, a single column and a single pixel', () => {
    expect(isDarkOnLight({ width: 3, height: 1, data: Uint8Array.of(255, 255, 0) })).toBe(true);
    expect(isDarkOnLight({ width: 1, height: 3, data: Uint8Array.of(255, 0, 0) })).toBe(false);
    expect(isDarkOnLight({ width: 1, height: 1, data: Uint8Array.of(200) })).toBe(true);
  });
});

describe('invertImage', () => {
  it('turns black into white in every channel', () => {
    const image = { width: 1, height: 1, channels: 3, data: Uint8Array.of(0, 100, 255) } as const;
    expect(invertImage(image)).toEqual({ ...image, data: Uint8Array.of(255, 155, 0) });
    expect(image.data[0]).toBe(0);
  });
});
