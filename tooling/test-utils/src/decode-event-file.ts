/**
 * @file A reader of TensorBoard's event files, written from the formats' descriptions and not from
 * the writer: TFRecord (tensorflow/core/lib/io/record_writer.h), protobuf's wire format
 * (protobuf.dev/programming-guides/encoding) and event.proto, summary.proto, histogram.proto.
 */

/** Fields of a message by number; each is a list, as any field may repeat. */
type Fields = Map<number, (number | Uint8Array)[]>;

export interface DecodedValue {
  readonly tag: string;
  readonly scalar?: number;
  readonly image?: { width: number; height: number; colorspace: number; bytes: Uint8Array };
  readonly histogram?: {
    min: number;
    max: number;
    count: number;
    sum: number;
    sumOfSquares: number;
    limits: number[];
    counts: number[];
  };
}

export interface DecodedEvent {
  readonly wallTime: number;
  readonly step: number;
  readonly fileVersion?: string;
  readonly values: readonly DecodedValue[];
}

/** @throws Error for a record that is cut off, or whose checksums do not fit. */
export function decodeEventFile(file: Uint8Array): DecodedEvent[] {
  const events: DecodedEvent[] = [];
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let offset = 0; offset < file.length;) {
    const length = Number(view.getBigUint64(offset, true));
    if (offset + 16 + length > file.length) throw new Error(`record at ${offset} is cut off`);
    const data = file.subarray(offset + 12, offset + 12 + length);
    check(file.subarray(offset, offset + 8), view.getUint32(offset + 8, true));
    check(data, view.getUint32(offset + 12 + length, true));
    events.push(decodeEvent(data));
    offset += 16 + length;
  }
  return events;
}

function check(bytes: Uint8Array, expected: number): void {
  // Bit by bit, by long division: no table to share with the writer.
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  const plain = ~crc >>> 0;
  const rotated = ((plain >>> 15) | (plain << 17)) >>> 0;
  const masked = (rotated + 0xa282ead8) % 2 ** 32;
  if (masked !== expected) throw new Error(`checksum ${expected} stored, ${masked} computed`);
}

function decodeEvent(data: Uint8Array): DecodedEvent {
  const fields = decodeFields(data);
  const version = fields.get(3)?.[0];
  const summary = fields.get(5)?.[0];
  return {
    wallTime: fields.get(1)![0] as number,
    step: (fields.get(2)?.[0] ?? 0) as number,
    ...(version === undefined ? {} : { fileVersion: text(version) }),
    values:
      summary === undefined
        ? []
        : (decodeFields(summary as Uint8Array).get(1) ?? []).map((v) =>
            decodeValue(v as Uint8Array),
          ),
  };
}

function decodeValue(data: Uint8Array): DecodedValue {
  const fields = decodeFields(data);
  const scalar = fields.get(2)?.[0] as number | undefined;
  const image = fields.get(4)?.[0] as Uint8Array | undefined;
  const histogram = fields.get(5)?.[0] as Uint8Array | undefined;
  return {
    tag: text(fields.get(1)![0]!),
    ...(scalar === undefined ? {} : { scalar }),
    ...(image === undefined ? {} : { image: decodeImage(image) }),
    ...(histogram === undefined ? {} : { histogram: decodeHistogram(histogram) }),
  };
}

function decodeImage(data: Uint8Array): NonNullable<DecodedValue['image']> {
  const fields = decodeFields(data);
  const [height, width, colorspace, bytes] = [1, 2, 3, 4].map((field) => fields.get(field)![0]!);
  return {
    height: height as number,
    width: width as number,
    colorspace: colorspace as number,
    bytes: bytes as Uint8Array,
  };
}

function decodeHistogram(data: Uint8Array): NonNullable<DecodedValue['histogram']> {
  const fields = decodeFields(data);
  const [min, max, count, sum, sumOfSquares] = [1, 2, 3, 4, 5].map(
    (field) => fields.get(field)![0] as number,
  );
  const [limits, counts] = [6, 7].map((field) => doubles(fields.get(field)![0] as Uint8Array));
  return {
    ...{ min: min!, max: max!, count: count!, sum: sum!, sumOfSquares: sumOfSquares! },
    ...{ limits: limits!, counts: counts! },
  };
}

function decodeFields(data: Uint8Array): Fields {
  const fields: Fields = new Map();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let offset = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = view.getUint8(offset++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
  };
  while (offset < data.length) {
    const key = varint();
    let value: number | Uint8Array;
    switch (key & 7) {
      case 0:
        value = varint();
        break;
      case 1:
        value = view.getFloat64(offset, true);
        offset += 8;
        break;
      case 2: {
        const length = varint();
        if (offset + length > data.length) throw new Error('a field is cut off');
        value = data.subarray(offset, offset + length);
        offset += length;
        break;
      }
      case 5:
        value = view.getFloat32(offset, true);
        offset += 4;
        break;
      default:
        throw new Error(`wire type ${key & 7} does not exist`);
    }
    fields.set(key >>> 3, [...(fields.get(key >>> 3) ?? []), value]);
  }
  return fields;
}

function doubles(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

function text(value: number | Uint8Array): string {
  return new TextDecoder().decode(value as Uint8Array);
}
