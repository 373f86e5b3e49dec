/** @file Kernels that image programs have always used, before networks learnt their own. */

export interface Kernel {
  /** [9], row by row. */
  readonly weights: readonly number[];
  /** What the sum is divided by: 9 makes a mean of nine. */
  readonly divisor: number;
}

export const kernelNames = ['vertical', 'horizontal', 'blur', 'sharpen', 'identity'] as const;
export type KernelName = (typeof kernelNames)[number];

export const kernels: Readonly<Record<KernelName, Kernel>> = {
  vertical: { weights: [-1, 0, 1, -1, 0, 1, -1, 0, 1], divisor: 1 },
  horizontal: { weights: [-1, -1, -1, 0, 0, 0, 1, 1, 1], divisor: 1 },
  blur: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1], divisor: 9 },
  sharpen: { weights: [0, -1, 0, -1, 5, -1, 0, -1, 0], divisor: 1 },
  identity: { weights: [0, 0, 0, 0, 1, 0, 0, 0, 0], divisor: 1 },
};

/** The name of a kernel, if it has one. */
export function kernelName({ weights, divisor }: Kernel): KernelName | undefined {
  return kernelNames.find((name) => {
    const known = kernels[name];
    return known.divisor === divisor && known.weights.every((weight, i) => weight === weights[i]);
  });
}
