import { readGolden, type GoldenConvolution, type GoldenTensor } from '@manabi/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { expectClose } from './expect-close.js';
import { held, runOn, type KernelCall, type Numbers } from './kernel-call.js';

const numbers = ({ shape, data }: GoldenTensor): Numbers => ({ shape, values: data });

/** The kernel under test adds no bias; the reference did, per channel. */
function withoutBias({ y, bias }: GoldenConvolution): GoldenTensor {
  const channels = bias.data.length;
  return { shape: y.shape, data: y.data.map((value, i) => value - bias.data[i % channels]!) };
}

describeOnEveryBackend("PyTorch's numbers", (name) => {
  beforeAll(() => useBackend(name));

  async function expectKernel(call: KernelCall, expected: GoldenTensor): Promise<void> {
    const before = held();
    expectClose(await runOn(name, call), numbers(expected));
    expect(held()).toEqual(before);
  }

  for (const golden of readGolden('conv2d')) {
    const { strides, padding: pad } = golden;
    const [x, filter, dy] = [numbers(golden.x), numbers(golden.filter), numbers(golden.dy)];
    const attrs = { strides, pad, dataFormat: 'NHWC' };
    const title = `x=[${golden.x.shape.join()}] filter=[${golden.filter.shape.join()}] s=${strides} p=${pad}`;

    it(`convolves ${title}`, async () => {
      const call = { kernel: 'Conv2D', inputs: { x, filter }, attrs: { ...attrs, dilations: 1 } };
      await expectKernel(call, withoutBias(golden));
    });
    it(`gives the gradient of the input of ${title}`, async () => {
      const inputShape = x.shape;
      await expectKernel(
        { kernel: 'Conv2DBackpropInput', inputs: { dy, filter }, attrs: { ...attrs, inputShape } },
        golden.dx,
      );
    });
    it(`gives the gradient of the filter of ${title}`, async () => {
      const filterShape = filter.shape;
      await expectKernel(
        { kernel: 'Conv2DBackpropFilter', inputs: { x, dy }, attrs: { ...attrs, filterShape } },
        golden.dfilter,
      );
    });
  }

  for (const golden of readGolden('pooling')) {
    const { kind, poolSize, strides, padding: pad } = golden;
    const [x, y, dy] = [numbers(golden.x), numbers(golden.y), numbers(golden.dy)];
    const attrs = { filterSize: poolSize, strides, pad };
    const kernel = kind === 'max' ? 'MaxPool' : 'AvgPool';
    const title = `${kind} pooling x=[${golden.x.shape.join()}] size=${poolSize} s=${strides}`;

    it(`computes ${title}`, async () => {
      await expectKernel({ kernel, inputs: { x }, attrs }, golden.y);
    });
    it(`gives the gradient of ${title}`, async () => {
      const inputs = kind === 'max' ? { dy, input: x, output: y } : { dy, input: x };
      await expectKernel({ kernel: `${kernel}Grad`, inputs, attrs }, golden.dx);
    });
  }
});
