import {
  backend,
  engine,
  memory,
  setBackend,
  tensor,
  type DataType,
  type NamedTensorMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

export interface Numbers {
  readonly shape: number[];
  readonly values: ArrayLike<number>;
  /** Default `float32`. */
  readonly dtype?: DataType;
}

/** One call of a tfjs kernel. */
export interface KernelCall {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, Numbers>>;
  readonly attrs: object;
}

/** Runs the call on a started backend, which it leaves current; leaves no tensors behind. */
export async function runOn(backendName: string, call: KernelCall): Promise<Numbers> {
  await setBackend(backendName);
  const inputs: NamedTensorMap = {};
  for (const [name, { values, shape, dtype = 'float32' }] of Object.entries(call.inputs)) {
    inputs[name] = tensor(Array.from(values), shape, dtype);
  }
  try {
    const output = engine().runKernel<Tensor>(call.kernel, inputs, { ...call.attrs });
    const values = await output.data();
    output.dispose();
    return { values, shape: output.shape };
  } finally {
    for (const input of Object.values(inputs)) input.dispose();
  }
}

/** How many tensors tfjs holds, and how many buffers its current backend. */
export function held(): { tensors: number; buffers: number } {
  return { tensors: memory().numTensors, buffers: backend().numDataIds() };
}

/** Numbers in [-1, 1] without a pattern. */
export function wave(shape: number[], phase: number): Numbers {
  const size = sizeOf(shape);
  return {
    shape,
    values: Float32Array.from({ length: size }, (_, i) => Math.sin(1.7 * i * i + phase)),
  };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** `sum of a_i b_i` in float64. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
