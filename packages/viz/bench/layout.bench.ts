/** @file Time to lay out each chart at the lecture's sizes; the aim is under 4 ms. */
import { renderAnsi, renderSvg } from '@manabi/viz';
import { bench, describe } from 'vitest';
import { startValues } from '../test/examples/chart-example.js';
import { examples } from '../test/examples/index.js';

const short = { time: 200, warmupTime: 50 };

describe('layout', () => {
  for (const example of examples) {
    const values = startValues(example);
    bench(example.name, () => void example.draw(values, { locale: 'en' }), short);
  }
});

describe('renderSvg', () => {
  for (const example of examples) {
    const scene = example.draw(startValues(example), { locale: 'en' });
    bench(example.name, () => void renderSvg(scene), short);
  }
});

describe('renderAnsi, 80 columns', () => {
  for (const example of examples) {
    const scene = example.draw(startValues(example), { locale: 'en', width: 640 });
    bench(example.name, () => void renderAnsi(scene), short);
  }
});
