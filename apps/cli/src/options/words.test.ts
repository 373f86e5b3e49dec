import { backendNames } from '@manabi/backends';
import { datasetNames } from '@manabi/datasets';
import { engineChoices, optimizerNames } from '@manabi/trainer';
import { describe, expect, it } from 'vitest';
import { backendWords, datasetNameWords, engineWords, optimizerWords } from './words.js';

describe('the words of options', () => {
  it('are those that the packages know', () => {
    expect(datasetNameWords).toEqual(datasetNames);
    expect(optimizerWords).toEqual(optimizerNames);
    expect(engineWords).toEqual(engineChoices);
    expect(backendWords).toEqual(['auto', ...backendNames]);
  });
});
