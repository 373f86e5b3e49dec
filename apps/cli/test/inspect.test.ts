import { describe, expect, it } from 'vitest';
import { jsonLines, manabi } from './manabi.js';

describe('inspect', () => {
  it('prints a summary as Keras does', async () => {
    const { exitCode, stdout } = await manabi(['inspect', 'cnn']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Model: "cnn"');
    // The reference network: conv32, conv64, pool, dense128, dense10.
    expect(stdout).toContain('Total params: 1,199,882 (4.58 MB)');
  });

  it('prints layers as JSON', async () => {
    const { stdout } = await manabi(['inspect', 'mlp', '--hidden', '128,64', '--json']);
    const [model] = jsonLines(stdout);
    // 784 x 128 + 128, 128 x 64 + 64, 64 x 10 + 10.
    expect(model).toMatchObject({ name: 'mlp', parameters: 100_480 + 8_256 + 650, metadata: null });
    expect(model!.layers).toHaveLength(4);
  });

  it('prints what one step of training, evaluation and prediction does', async () => {
    const { stdout } = await manabi(['inspect', 'mlp', '--plan']);
    expect(stdout).toContain('train, up to 32 examples');
    expect(stdout).toMatch(/ 2 dense .* -> dense1\/output +784 x 128, relu/);
    // Each starts with the batch and ends with what it is for.
    expect(stdout).toMatch(
      /^evaluate, .*\n +1 gather .*\n(.*\n)+? +4 softmaxCrossEntropy .* -> totals/m,
    );
    expect(stdout).toMatch(/^predict, .*\n +1 gather .*\n(.*\n)+? +4 softmax .* -> probabilities/m);
    const json = await manabi(['inspect', 'mlp', '--plan', '--json']);
    const { plan } = jsonLines(json.stdout)[0] as { plan: { procedures: object } };
    expect(Object.keys(plan.procedures)).toEqual(['train', 'evaluate', 'predict']);
  });

  it('takes no hidden layers for a cnn', async () => {
    const { exitCode, stderr } = await manabi(['inspect', 'cnn', '--hidden', '8']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--hidden: expected --model mlp');
  });
});

describe('backends', () => {
  it('says of every backend whether it works, and why not', async () => {
    const { exitCode, stdout } = await manabi(['backends', '--json']);
    expect(exitCode).toBe(0);
    const [answer] = jsonLines(stdout);
    const backends = answer!.backends as Record<string, unknown>[];
    expect(backends.map(({ name }) => name)).toEqual(['webgpu', 'wasm', 'cpu']);
    for (const { works, reason } of backends) {
      expect(reason).toEqual(works === true ? null : expect.any(String));
    }
    expect(backends[2]).toMatchObject({ name: 'cpu', works: true });
    expect(backends.filter(({ works }) => works).map(({ name }) => name)).toContain(answer!.auto);
  });

  it('tells people in a line for each', async () => {
    const { stdout } = await manabi(['backends']);
    for (const name of ['webgpu', 'wasm', 'cpu']) {
      expect(stdout).toMatch(new RegExp(`^${name} +(works|does not work: )`, 'm'));
    }
    expect(stdout).toMatch(/--backend auto takes \w+ here/);
  });
});
