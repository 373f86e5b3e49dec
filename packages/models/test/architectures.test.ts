import { cnn, layerTable, mlp, ModelSpecError, resolveModel, tinyVgg } from '@manabi/models';
import { describe, expect, it } from 'vitest';

const mnist = { inputShape: [28, 28, 1], classes: 10 };

describe('mlp', () => {
  it('has 101,770 parameters as 784-128-10', () => {
    expect(resolveModel(mlp(mnist)).parameterCount).toBe(784 * 128 + 128 + 128 * 10 + 10);
  });

  it('has 669,706 parameters as 784-512-512-10 and drops after each hidden layer', () => {
    const model = resolveModel(mlp({ ...mnist, hidden: [512, 512], dropout: 0.2 }));
    expect(model.parameterCount).toBe(669_706);
    expect(model.layers.map((layer) => layer.name)).toEqual([
      'flatten1',
      'dense1',
      'dropout1',
      'dense2',
      'dropout2',
      'dense3',
    ]);
  });

  it('takes plain features as they are', () => {
    const spec = mlp({ inputShape: [4], classes: 3, hidden: [8], activation: 'tanh' });
    expect(spec.layers).toEqual([
      { type: 'dense', units: 8, activation: 'tanh' },
      { type: 'dense', units: 3, activation: 'softmax' },
    ]);
  });

  it('is a softmax regression without hidden layers', () => {
    expect(resolveModel(mlp({ ...mnist, hidden: [] })).parameterCount).toBe(784 * 10 + 10);
  });

  it('refuses options that make no model', () => {
    expect(() => mlp({ ...mnist, hidden: [0] })).toThrow(ModelSpecError);
    expect(() => mlp({ ...mnist, dropout: 1 })).toThrow(ModelSpecError);
    expect(() => mlp({ ...mnist, classes: 0 })).toThrow(ModelSpecError);
  });
});

describe('cnn', () => {
  it('is conv32-conv64-pool2-dropout-dense128-dropout-dense10 with 1,199,882 parameters', () => {
    const spec = cnn(mnist);
    expect(layerTable(spec).map((row) => [row.name, row.outputShape.join('x')])).toEqual([
      ['conv1', '26x26x32'],
      ['conv2', '24x24x64'],
      ['pool1', '12x12x64'],
      ['dropout1', '12x12x64'],
      ['flatten1', '9216'],
      ['dense1', '128'],
      ['dropout2', '128'],
      ['dense2', '10'],
    ]);
    expect(resolveModel(spec).parameterCount).toBe(1_199_882);
    expect(spec.layers).toContainEqual({ type: 'dropout', rate: 0.25 });
    expect(spec.layers).toContainEqual({ type: 'dropout', rate: 0.5 });
  });

  it('has no dropout layers at rate 0', () => {
    const spec = cnn({ ...mnist, dropout: [0, 0] });
    expect(spec.layers.map((layer) => layer.type)).not.toContain('dropout');
  });

  it('says when the image is too small for its convolutions', () => {
    expect(() => cnn({ inputShape: [4, 4, 1], classes: 2 })).toThrow(
      'conv2d "conv2": kernelSize expects at most the 2x2',
    );
  });
});

describe('tinyVgg', () => {
  it('shrinks 64 to 62, 60, 30, 28, 26 and 13 with 19,920 parameters', () => {
    const model = resolveModel(tinyVgg({ classes: 10 }));
    expect(model.layers.slice(0, 6).map((layer) => layer.outputShape)).toEqual(
      [62, 60, 30, 28, 26, 13].map((side) => [side, side, 10]),
    );
    expect(model.parameterCount).toBe(19_920);
  });
});
