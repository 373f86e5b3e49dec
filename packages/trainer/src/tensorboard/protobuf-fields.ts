/**
 * @file The few kinds of fields that an event has, in protobuf's wire format
 * (https://protobuf.dev/programming-guides/encoding). A message is its fields, one after the other.
 */

const wireType = { varint: 0, fixed64: 1, lengthDelimited: 2, fixed32: 5 } as const;

/** @param value - a whole number from 0 to 2^53 - 1. */
export function integerField(field: number, value: number): Uint8Array {
  return concatenate([tag(field, wireType.varint), varint(value)]);
}

export function doubleField(field: number, value: number): Uint8Array {
  return concatenate([tag(field, wireType.fixed64), littleEndian64([value])]);
}

export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return concatenate([tag(field, wireType.fixed32), bytes]);
}

/** A message, an image or any other bytes. */
export function bytesField(field: number, bytes: Uint8Array): Uint8Array {
  return concatenate([tag(field, wireType.lengthDelimited), varint(bytes.length), bytes]);
}

export function textField(field: number, text: string): Uint8Array {
  return bytesField(field, new TextEncoder().encode(text));
}

/** `repeated double`, packed. */
export function doublesField(field: number, values: readonly number[]): Uint8Array {
  return bytesField(field, littleEndian64(values));
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

function tag(field: number, type: number): Uint8Array {
  return varint(field * 8 + type);
}

/** Seven bits a byte, the lowest first; the high bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.of(...bytes, rest);
}

function littleEndian64(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat64(8 * i, value, true));
  return bytes;
}
