import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi } from './manabi.js';

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

const iris = 'dataset: iris\nbackend: cpu\nepochs: 2\nhidden: [4, 3]\njson: true\n';

async function train(text: string, ...words: string[]) {
  await writeFile(at('run.yaml'), text);
  return manabi(['train', '--config', at('run.yaml'), ...words]);
}

describe('train --config', () => {
  it('takes options from YAML', async () => {
    const { exitCode, stdout, stderr } = await train(iris);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    // 4 * 4 + 4, 4 * 3 + 3, 3 * 3 + 3.
    expect(jsonLines(stdout)[0]).toMatchObject({ epochs: 2, backend: 'cpu', parameters: 47 });
  });

  it('takes options from JSON', async () => {
    const { stdout } = await train(
      '{\n  "dataset": "iris", "backend": "cpu", "epochs": 3, "json": true\n}',
    );
    expect(jsonLines(stdout)[0]).toMatchObject({ epochs: 3, backend: 'cpu' });
  });

  it('lets flags win', async () => {
    const { stdout } = await train(iris, '--epochs', '1', '--hidden', '5');
    expect(jsonLines(stdout)[0]).toMatchObject({ epochs: 1, parameters: 4 * 5 + 5 + 5 * 3 + 3 });
  });

  it.each([
    ['epochs: 2\nbatch-size: 8', ':2:1: ', 'got "batch-size"; did you mean batchSize?'],
    ['epoch: 2', ':1:1: ', 'did you mean epochs?'],
    ['colour: red', ':1:1: ', 'manabi train --help lists the options'],
    ['epochs: many', ':1:9: ', 'epochs: expected a whole number from 1, got "many"; see --epochs'],
    ['epochs: 0', ':1:9: ', 'expected a whole number from 1, got 0'],
    [
      'optimizer: adan',
      ':1:12: ',
      'expected sgd, momentum, rmsprop or adam, got "adan"; Did you mean adam?',
    ],
    ['seed:', ':1:6: ', 'seed: expected a value, got none'],
    ['json: 1', ':1:7: ', 'expected true or false, got 1'],
    ['hidden: {units: 4}', ':1:9: ', 'expected a text or a number, got an object'],
    ['epochs: 1\nepochs: 2', ':2:1: ', 'map keys must be unique'],
    ['{"epochs": 2', ':1:13: ', 'expected YAML or JSON'],
    ['- epochs', ':1:1: ', 'expected options such as "epochs: 5"'],
    ['config: other.yaml', ':1:1: ', 'expected the name of an option, got "config"'],
  ])('says of %j where it is wrong and what to do', async (text, place, words) => {
    const { exitCode, stdout, stderr } = await train(text);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(`error: ${at('run.yaml')}${place}`);
    expect(stderr).toContain(words);
  });

  it('says that there is no such file', async () => {
    const { exitCode, stderr } = await manabi(['train', '--config', at('none.yaml')]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('got no such file');
  });
});

describe('init', () => {
  it('writes an example that trains as it is', async () => {
    const file = at('example.yaml');
    expect((await manabi(['init', file])).exitCode).toBe(0);
    const few = ['--train-size', '60', '--test-size', '20', '--epochs', '1'];
    const { exitCode, stderr } = await manabi(['train', '--config', file, ...few]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  });

  it('has every option, each of which is valid when it is switched on', async () => {
    const { configOptions, readConfig } = await import('../dist/config/read-config.js');
    const { createProgram } = await import('../dist/program.js');
    const { exampleConfig } = await import('../dist/init/example-config.js');
    const train = createProgram(() => undefined).commands.find((one) => one.name() === 'train')!;
    const switchedOn = exampleConfig.replace(/^# (?=[a-zA-Z]+: )/gm, '');
    await writeFile(at('all.yaml'), switchedOn.replace(/^(logs|for images).*$/gm, '# $&'));
    await readConfig(train, at('all.yaml'));
    for (const name of configOptions(train).keys()) {
      expect([name, train.getOptionValueSource(name)]).toEqual([name, 'config']);
    }
  });

  it('never replaces a file, unless it is told to', async () => {
    await writeFile(at('mine.yaml'), 'epochs: 1');
    const { exitCode, stderr } = await manabi(['init', at('mine.yaml')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--force');
    expect(await readFile(at('mine.yaml'), 'utf8')).toBe('epochs: 1');
    expect((await manabi(['init', at('mine.yaml'), '--force'])).exitCode).toBe(0);
    expect(await readFile(at('mine.yaml'), 'utf8')).toContain('dataset: synthetic-digits');
  });
});
