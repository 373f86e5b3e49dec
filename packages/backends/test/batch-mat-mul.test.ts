import { broadcast_util, engine, setBackend, tensor, type Tensor } from '@tensorflow/tfjs-core';
import '@manabi/backends/tfjs-wasm-training';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.js';
import { runOn, wave, type Numbers } from './kernel-call.js';

const length = fc.integer({ min: 1, max: 20 });

/** Two shapes that broadcast: aligned at the end, a one repeats, the shorter may lack the first. */
const batches = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean()), { maxLength: 3 })
  .chain((axes) =>
    fc
      .nat({ max: axes.length })
      .map((missing): [number[], number[]] => [
        axes.map(([size, repeats]) => (repeats ? 1 : size)).slice(missing),
        axes.map(([size, , repeats]) => (repeats ? 1 : size)),
      ]),
  );

/** The definition: `C[..., i, j] = sum over k of op(A)[..., i, k] op(B)[..., k, j]`. */
function product(a: Numbers, b: Numbers, transposeA: boolean, transposeB: boolean): Numbers {
  const [rows, depth] = transposeA ? lastTwo(a).reverse() : lastTwo(a);
  const columns = lastTwo(b)[transposeB ? 0 : 1]!;
  const batch = broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  const values: number[] = [];
  for (const place of places(batch)) {
    const fromA = matrixOf(a, place);
    const fromB = matrixOf(b, place);
    for (let i = 0; i < rows!; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < depth!; k++) {
          const left = transposeA ? k * rows! + i : i * depth! + k;
          const right = transposeB ? j * depth! + k : k * columns + j;
          sum += a.values[fromA + left]! * b.values[fromB + right]!;
        }
        values.push(sum);
      }
    }
  }
  return { shape: [...batch, rows!, columns], values };
}

function lastTwo({ shape }: Numbers): number[] {
  return shape.slice(-2);
}

/** Every index of a shape, in reading order. */
function places(shape: number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, size) => all.flatMap((place) => Array.from({ length: size }, (_, i) => [...place, i])),
    [[]],
  );
}

/** Where the matrix of a batch's place begins. */
function matrixOf({ shape }: Numbers, place: number[]): number {
  const own = shape.slice(0, -2);
  const index = place.slice(place.length - own.length);
  const at = own.reduce((sum, size, axis) => sum * size + (size === 1 ? 0 : index[axis]!), 0);
  return at * shape.at(-2)! * shape.at(-1)!;
}

describe('products of matrices on wasm', () => {
  beforeAll(() => setBackend('wasm'));

  it('are as defined, transposed in every way, for every broadcast of their batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        batches,
        fc.tuple(length, length, length),
        fc.boolean(),
        fc.boolean(),
        async ([batchA, batchB], [rows, depth, columns], transposeA, transposeB) => {
          const a = wave([...batchA, ...(transposeA ? [depth, rows] : [rows, depth])], 0);
          const b = wave([...batchB, ...(transposeB ? [columns, depth] : [depth, columns])], 1);
          const call = {
            kernel: 'BatchMatMul',
            inputs: { a, b },
            attrs: { transposeA, transposeB },
          };
          expectClose(await runOn('wasm', call), product(a, b, transposeA, transposeB));
        },
      ),
      { seed: 20261121, numRuns: 200 },
    );
  });

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('are right beyond one block of rows, columns and steps (transposed %s, %s)', async (p, q) => {
    const [rows, depth, columns] = [131, 515, 1027];
    const a = wave(p ? [depth, rows] : [rows, depth], 0);
    const b = wave(q ? [columns, depth] : [depth, columns], 1);
    const attrs = { transposeA: p, transposeB: q };
    const got = await runOn('wasm', { kernel: 'BatchMatMul', inputs: { a, b }, attrs });
    expectClose(got, product(a, b, p, q));
  });

  it('are zero over no steps and empty of no rows', async () => {
    const call = (a: number[], b: number[]) =>
      runOn('wasm', {
        kernel: 'BatchMatMul',
        inputs: { a: { shape: a, values: [] }, b: { shape: b, values: [] } },
        attrs: { transposeA: false, transposeB: false },
      });
    expect(await call([2, 0], [0, 3])).toEqual({
      shape: [2, 3],
      values: new Float32Array(6),
    });
    expect(await call([0, 4], [4, 0])).toEqual({ shape: [0, 0], values: new Float32Array() });
  });

  it('of lengths that do not fit say which', () => {
    const a = tensor([1, 2], [1, 2]);
    const attrs = { transposeA: false, transposeB: false };
    expect(() => engine().runKernel<Tensor>('BatchMatMul', { a, b: a }, attrs)).toThrow(
      'BatchMatMul: expects as many columns of a as rows of b, got 2 of a [1,2] and 1 of b [1,2]',
    );
    a.dispose();
  });
});
