import {
  activationFunction,
  classTable,
  colorPlanes,
  confusionMatrix,
  convolutionFrames,
  convolutionStep,
  featureMapGrid,
  histogram,
  imageGrid,
  learningCurves,
  networkDiagram,
  neuron,
  pixelGrid,
  poolingStep,
  predictionBars,
  renderSvg,
  SceneError,
  softmaxSteps,
  type Mark,
  type Scene,
} from '@manabi/viz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../src/text/measure-text.js';

function all(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) => [mark, ...(mark.type === 'group' ? all(mark.children) : [])]);
}

function find(scene: Scene, id: string): Mark {
  const found = all(scene.marks).find((mark) => mark.id === id);
  if (found === undefined) throw new Error(`no mark "${id}"`);
  return found;
}

/** Fills of the drawn bars, hit areas left out. */
function barFills(scene: Scene): readonly unknown[] {
  return all(scene.marks).flatMap((mark) =>
    mark.type === 'rect' && mark.fill !== 'transparent' ? [mark.fill] : [],
  );
}

function words(scene: Scene): string {
  return all(scene.marks)
    .flatMap((mark) => (mark.type === 'text' ? [mark.text] : []))
    .join('\n');
}

describe('predictionBars', () => {
  const probabilities = [0.1, 0.7, 0.2];
  const classNames = ['a', 'b', 'c'];

  it('shows a right answer in blue only', () => {
    const scene = predictionBars({ probabilities, classNames, truth: 1 });
    expect(barFills(scene)).toEqual(['neutral', 'truth', 'neutral']);
    expect(find(scene, 'caption')).toMatchObject({ text: '✓ b: 70% (true: b)', fill: 'truth' });
  });

  it('says of no class that it is the answer before there is one', () => {
    const scene = predictionBars({ probabilities: [0, 0, 0], classNames });
    expect(barFills(scene)).toEqual(['neutral', 'neutral', 'neutral']);
    expect(words(scene)).toBe('a\nb\nc');
    expect(scene.description).toBe('There is no answer yet.');
  });

  it('shows a wrong answer in red beside the true class in blue', () => {
    const scene = predictionBars({ probabilities, classNames, truth: 2 });
    expect(barFills(scene)).toEqual(['neutral', 'predicted', 'truth']);
    expect(find(scene, 'caption')).toMatchObject({ text: '✗ b: 70% (true: c)', fill: 'predicted' });
    expect(scene.description).toBe(
      'The network says b with 70% confidence; it is c, which got 20%.',
    );
  });

  it('refuses names that do not match the probabilities, and says what to do', () => {
    const draw = () => predictionBars({ probabilities, classNames: ['a'] });
    expect(draw).toThrow(SceneError);
    expect(draw).toThrow(
      'predictionBars: probabilities: expects 1 values, got 3; give one for each.',
    );
  });
});

describe('softmaxSteps', () => {
  it('shows terms and percentages that add up to the last digit, for any logits', () => {
    const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(logits, (values) => {
        const scene = softmaxSteps({ logits: values, classNames: values.map(String) });
        const column = (i: number) =>
          scene.table.rows.map((row) => Number.parseFloat(String(row[i])));
        const sum = find(scene, 'sum');
        const shown = sum.type === 'text' ? sum.text : '';
        const decimals = shown.split('.')[1]?.length ?? 0;
        expect(
          column(2)
            .reduce((a, b) => a + b, 0)
            .toFixed(decimals),
        ).toBe(shown);
        expect(
          column(3)
            .reduce((a, b) => a + b, 0)
            .toFixed(2),
        ).toBe('100.00');
      }),
      { seed: 1 },
    );
  });

  it('reveals one step after the other', () => {
    const record = { logits: [1, 2], classNames: ['a', 'b'] };
    expect(words(softmaxSteps(record, { step: 'logits' }))).not.toContain('e^z');
    expect(words(softmaxSteps(record, { step: 'exponentials' }))).not.toContain('sum');
    expect(words(softmaxSteps(record))).toContain('100.00%');
  });
});

describe('convolution', () => {
  const input = {
    rows: 5,
    columns: 5,
    values: Array.from({ length: 25 }, (_, i) => [0, 1, 1, 0, 1][i % 5]!),
  };
  const kernel = { rows: 3, columns: 3, values: [1, 0, 1, 1, 1, 1, 0, 0, 1] };

  it('gives 4, 3 and 5 in every row of the lecture’s example', () => {
    const { table } = convolutionStep({ input, kernel });
    expect(table.rows).toEqual([0, 1, 2].map((row) => [row, '4', '3', '5']));
  });

  it('sweeps over every output cell, and only the last frame knows all', () => {
    const frames = convolutionFrames({ input, kernel });
    expect(frames).toHaveLength(9);
    expect(frames.map((frame) => find(frame, 'sum'))).toMatchObject(
      [4, 3, 5, 4, 3, 5, 4, 3, 5].map((sum) => ({ text: `Σ = ${sum}` })),
    );
  });

  it('shows the whole output at the first step where all is known', () => {
    expect(find(convolutionStep({ input, kernel }), 'output-2-2')).toMatchObject({
      children: [{ type: 'rect' }],
    });
    expect(find(convolutionStep({ input, kernel }, { known: 'all' }), 'output-2-2')).toMatchObject({
      children: [{ type: 'rect' }, { text: '5' }],
    });
  });

  it.each([
    [0, 1, 3],
    [1, 1, 5],
    [1, 2, 3],
    [0, 2, 2],
  ])('with padding %i and stride %i has %i rows', (padding, stride, rows) => {
    expect(convolutionStep({ input, kernel, padding, stride }).table.rows).toHaveLength(rows);
  });

  it('refuses a kernel that is larger than the input', () => {
    expect(() => convolutionStep({ input: kernel, kernel: input })).toThrow(
      'expects a kernel no larger than the padded input 3x3, got 5x5',
    );
  });
});

describe('poolingStep', () => {
  const input = { rows: 2, columns: 2, values: [4, 8, 7, 1] };

  it('takes 8 from 4, 8, 7 and 1, or their mean 5', () => {
    expect(poolingStep({ input, kind: 'max' }).description).toContain('4, 8, 7, 1 is 8.');
    expect(poolingStep({ input, kind: 'average' }).description).toContain('4, 8, 7, 1 is 5.');
  });
});

describe('neuron', () => {
  it.each([200, 320, 400, 480])('keeps its circles apart and inside at width %i', (width) => {
    const inputs = [{ name: 'A', value: 1, weight: 1 }];
    const scene = neuron({ inputs, bias: 0, activation: 'relu' }, { width });
    const found = renderSvg(scene).matchAll(
      /<circle cx="([\d.]+)" cy="([\d.]+)"[^>]* r="([\d.]+)"/g,
    );
    const circles = Array.from(found, ([, ...numbers]) => numbers.map(Number));
    // The input, the sum and the output.
    expect(circles).toHaveLength(3);
    for (const [i, [x, y, radius]] of circles.entries()) {
      expect(x! - radius!).toBeGreaterThanOrEqual(0);
      expect(x! + radius!).toBeLessThanOrEqual(scene.width);
      expect(y! + radius!).toBeLessThanOrEqual(scene.height);
      for (const [otherX, otherY, otherRadius] of circles.slice(i + 1)) {
        const distance = Math.hypot(x! - otherX!, y! - otherY!);
        expect(distance).toBeGreaterThan(radius! + otherRadius!);
      }
    }
  });

  it('weights 1, 0 and 0.5 by 1, 0.4 and 0.1 to 1, 0 and 0.05', () => {
    const inputs = [
      { name: 'A', value: 1, weight: 1 },
      { name: 'B', value: 0, weight: 0.4 },
      { name: 'C', value: 0.5, weight: 0.1 },
    ];
    const { table } = neuron({ inputs, bias: 0, activation: 'relu' });
    expect(table.rows.map((row) => row[3])).toEqual([
      '1.00',
      '0.00',
      '0.05',
      '0.00',
      '1.05',
      '1.05',
    ]);
  });

  it.each([
    [0, 0, '0.0'],
    [0, 1, '0.5'],
    [1, 1, '1.5'],
  ])('with weights 1, 1, bias -0.5 and ReLU turns %i and %i into %s', (a, b, output) => {
    const inputs = [a, b].map((value, i) => ({ name: `x${i}`, value, weight: 1 }));
    const { table } = neuron({ inputs, bias: -0.5, activation: 'relu' });
    expect(table.rows.at(-1)?.[3]).toBe(output);
  });
});

describe('activationFunction', () => {
  it('holds its point inside the axis', () => {
    expect(find(activationFunction('relu', { x: 99 }), 'point').datum).toEqual({ x: 4 });
  });
});

describe('confusionMatrix', () => {
  it('names the share of right answers and the most frequent mistake', () => {
    const scene = confusionMatrix({
      counts: [
        [8, 2],
        [1, 9],
      ],
      classNames: ['cat', 'dog'],
    });
    expect(scene.description).toContain('85% of 20');
    expect(scene.description).toContain('cat taken for dog, 2 times');
  });

  it('colours right answers and mistakes apart and survives a class without examples', () => {
    const scene = confusionMatrix({
      counts: [
        [3, 1],
        [0, 0],
      ],
      classNames: ['cat', 'dog'],
    });
    const paints = all(scene.marks).flatMap((mark) =>
      mark.type === 'rect' && mark.fill !== undefined ? [mark.fill] : [],
    );
    expect(paints).toEqual([
      { scale: 'amount', value: Math.sqrt(0.75) },
      { scale: 'mistake', value: 0.5 },
      { scale: 'mistake', value: 0 },
      { scale: 'amount', value: 0 },
    ]);
  });

  /** Heads of the columns, which stand above the cells, in the middle of each. */
  function heads(classNames: readonly string[], width: number) {
    const counts = classNames.map(() => classNames.map(() => 1));
    const scene = confusionMatrix({ counts, classNames }, { width });
    return scene.marks.flatMap((mark) =>
      mark.type === 'text' && mark.align === 'middle' ? [[mark.text, mark.label]] : [],
    );
  }

  it('cuts long names over the columns as long as they tell the classes, and says them in full', () => {
    const clothes = ['Trouser', 'Pullover', 'Ankle boot'];
    expect(heads(clothes, 400)).toEqual(clothes.map((name) => [name, undefined]));
    expect(heads(clothes, 280)).toEqual([
      ['Trouser', undefined],
      ['Pullov…', 'Pullover'],
      ['Ankle…', 'Ankle boot'],
    ]);
    expect(heads(['プルオーバー', 'コート'], 210)).toEqual([
      ['プルオ…', 'プルオーバー'],
      ['コート', undefined],
    ]);
    const numbers = clothes.map((name, i) => [String(i), name]);
    expect(heads(clothes, 180)).toEqual(numbers);
    expect(heads(['training set', 'training map'], 220).map(([head]) => head)).toEqual(['0', '1']);
  });

  it('fits ten classes and their counts into a phone', () => {
    const classNames = Array.from({ length: 10 }, (_, i) => String(i));
    const counts = classNames.map((_, i) => classNames.map((__, j) => (i === j ? 1135 : 12)));
    const scene = confusionMatrix({ counts, classNames }, { width: 328, medium: 'page' });
    expect(scene.width).toBeCloseTo(328, 6);
    const written = all(scene.marks).filter((mark) => mark.type === 'text');
    expect(written.filter(({ text }) => text === '1135')).toHaveLength(10);
    expect(written.filter(({ text }) => text === '12')).toHaveLength(90);
    const cell = find(scene, 'cell-0-0');
    const room = cell.type === 'group' && cell.children[0]?.type === 'rect' && cell.children[0];
    if (!room) throw new Error('no cell');
    expect(room.width).toBeGreaterThan(26);
    for (const { text, size } of written.filter(({ text }) => text === '1135')) {
      expect(measureText(text, size!)).toBeLessThan(room.width);
    }
  });

  it('draws the outermost lines inside of the picture', () => {
    const { marks, width, height } = confusionMatrix({ counts: [[1]], classNames: ['cat'] });
    const frame = marks.find((mark) => mark.type === 'rect' && mark.role === 'grid');
    if (frame?.type !== 'rect') throw new Error('no frame');
    const half = frame.strokeWidth! / 2;
    expect([frame.x + frame.width + half, frame.y + frame.height + half]).toEqual([width, height]);
  });
});

describe('classTable', () => {
  it('shows every column on a phone, where long names give way', () => {
    const figures = { precision: 0.9, recall: 0.9, f1: 0.9, support: 1000 };
    const names = ['Ankle boot or another shoe', 'Bag'];
    const scene = classTable(
      names.map((name) => ({ name, ...figures })),
      { width: 328 },
    );
    const heads = scene.marks.filter((mark) => mark.type === 'text');
    expect(heads.map(({ text }) => text)).toEqual(['Class', 'Precision', 'Recall', 'F1', 'Count']);
    for (const [i, { x, text }] of heads.slice(0, -2).entries()) {
      expect(x + measureText(text, 12)).toBeLessThan(heads[i + 1]!.x);
    }
    expect(words(scene)).toContain('Ankle');
  });
});

describe('learningCurves', () => {
  const epoch = (at: number, valLoss: number | null) => ({
    epoch: at,
    loss: 1 / at,
    accuracy: 1 - 0.3 / at,
    valLoss,
    valAccuracy: valLoss === null ? null : 1 - valLoss,
  });

  it('writes the values at the cursor, else those of the last epoch', () => {
    const runs = [{ name: 'mlp', epochs: [epoch(1, 0.9), epoch(2, 0.4), epoch(3, 0.6)] }];
    expect(words(learningCurves(runs))).toContain('validation 0.600');
    expect(words(learningCurves(runs, { cursor: 2 }))).toContain('validation 0.400');
    expect(learningCurves(runs).description).toContain('60.0%, after epoch 2');
  });

  it('keeps the two lines of a run side by side in the legend', () => {
    const runs = ['A', 'B'].map((name) => ({ name, epochs: [epoch(1, 0.9), epoch(2, 0.4)] }));
    const places = (width: number) => {
      const scene = learningCurves(runs, { width, metrics: ['loss'] });
      return ['training', 'validation'].map((kind) =>
        all(scene.marks).flatMap((mark) =>
          mark.type === 'text' && mark.text.includes(` ${kind} `) ? [mark.y] : [],
        ),
      );
    };
    // Three of the four would fit into a row.
    expect(places(460)).toEqual([
      [24, 40],
      [24, 40],
    ]);
    expect(places(800)).toEqual([
      [24, 24],
      [24, 24],
    ]);
  });

  it('draws no validation line without validation data', () => {
    const scene = learningCurves([{ name: 'mlp', epochs: [epoch(1, null), epoch(2, null)] }]);
    expect(words(scene)).not.toContain('validation');
  });
});

describe('colorPlanes', () => {
  it('finds no colour difference in grey: 128 and 128', () => {
    const grey = { columns: 1, rows: 1, values: [90, 90, 90] };
    const { table } = colorPlanes(grey, { space: 'luminance' });
    expect(table.rows.map((row) => row[1])).toEqual([90, 128, 128]);
  });
});

describe('featureMapGrid', () => {
  /** Levels of the second of two one-pixel maps, 4 and 1. */
  function weakLevel(range: 'shared' | 'own'): number | undefined {
    const scene = featureMapGrid(
      { name: 'conv1', rows: 1, columns: 1, channels: 2, values: [4, 1] },
      { range },
    );
    return all(scene.marks).flatMap((mark) =>
      mark.type === 'image' ? [mark.pixels.levels[0]!] : [],
    )[1];
  }

  it('shows a weak map weakly in a shared range and fully in its own', () => {
    expect(weakLevel('shared')).toBe(Math.round((255 * (1 + 4)) / 8));
    expect(weakLevel('own')).toBe(255);
  });
});

describe('networkDiagram', () => {
  const weights = [Float32Array.from({ length: 40 * 2 }, (_, i) => (i % 2 === 0 ? 1 : -0.5))];
  const layers = [
    { name: 'in', units: 40 },
    { name: 'out', units: 2 },
  ];

  it('draws wide layers in part and says how much is left out', () => {
    const scene = networkDiagram({ layers, weights }, { maxUnits: 10 });
    expect(words(scene)).toContain('+30');
    expect(find(scene, 'bundle-0').label).toBe('60 more weights');
    expect(all(scene.marks).filter((mark) => mark.id?.startsWith('edge-'))).toHaveLength(20);
  });

  it('gives every unit a target of 24 units', () => {
    const unit = find(networkDiagram({ layers, weights }), 'unit-0-0');
    const target = unit.type === 'group' ? unit.children[0] : undefined;
    expect(target).toMatchObject({ type: 'circle', r: 12 });
  });

  it('tells the sign of an edge by dash as well as colour', () => {
    const line = (id: string) => {
      const edge = find(networkDiagram({ layers, weights }), id);
      return edge.type === 'group' ? edge.children[0] : undefined;
    };
    expect(line('edge-0-0-0')).toMatchObject({ stroke: 'positive' });
    expect(line('edge-0-0-0')).not.toHaveProperty('dash');
    expect(line('edge-0-0-1')).toMatchObject({ stroke: 'negative', dash: [6, 4] });
  });

  it('marks edges that moved as flashing when it shows changes', () => {
    const changes = [Float32Array.from({ length: 80 }, (_, i) => (i === 0 ? 0.1 : 0))];
    const scene = networkDiagram({ layers, weights, changes }, { edges: 'changes' });
    expect(all(scene.marks).filter((mark) => mark.flash === true)).toHaveLength(1);
    const still = networkDiagram({ layers, weights }, { edges: 'changes' });
    expect(all(still.marks).filter((mark) => mark.flash === true)).toHaveLength(0);
    expect(words(still)).toContain('↑ grew');
  });

  it('tells sign and change by two pairs of colours and two other channels', () => {
    const two = { layers: [layers[0]!, layers[1]!], weights };
    const changes = [Float32Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? -0.1 : 0.1))];
    const scene = networkDiagram({ ...two, changes }, { edges: 'both', flash: true });
    const lines = (id: string) => {
      const edge = find(scene, id);
      return edge.type === 'group' ? edge.children.slice(0, -1) : [];
    };
    const moved = (mark: Partial<Mark>): unknown =>
      expect.objectContaining({ type: 'group', children: [expect.objectContaining(mark)] });
    // The first weight is 1 and shrank, the second is -0.5 and grew.
    expect(lines('edge-0-0-0')).toEqual([
      expect.objectContaining({ stroke: 'positive', strokeWidth: 5.5 }),
      moved({ stroke: 'decrease', dash: [2, 4], flash: true }),
    ]);
    expect(lines('edge-0-0-1')).toEqual([
      expect.objectContaining({ stroke: 'negative', strokeWidth: 3 }),
      expect.objectContaining({ stroke: 'background' }),
      moved({ stroke: 'increase', dash: [9, 4], flash: true }),
    ]);
    expect(words(scene)).toContain('thickest: 0.1');
  });

  it('writes the weights that lead to the selected unit on its connections', () => {
    const scene = networkDiagram(
      { layers: [{ name: 'in', units: 2 }, layers[1]!], weights: [[1, -0.5, 0.25, 2]] },
      { edges: 'both', selected: { layer: 1, unit: 1 } },
    );
    const written = all(scene.marks).filter((mark) => mark.id?.startsWith('weight-'));
    expect(written.map(({ id }) => id)).toEqual(['weight-0-0-1', 'weight-0-1-1']);
    expect(words(scene)).toContain('−0.50');
    expect(words(scene)).toContain('2.00');
  });

  it('draws an input image with the connections of the pixels that are named', () => {
    const image = { columns: 8, rows: 5, values: new Uint8Array(40) };
    const scene = networkDiagram(
      { layers: [{ ...layers[0]!, image }, layers[1]!], weights, pixels: [9, 39] },
      { edges: 'both' },
    );
    const edges = all(scene.marks).filter((mark) => mark.id?.startsWith('edge-'));
    expect(edges.map(({ id }) => id)).toEqual([
      ...['edge-0-9-0', 'edge-0-9-1', 'edge-0-39-0', 'edge-0-39-1'],
    ]);
    expect(find(scene, 'bundle-0').label).toBe('76 more weights');
    const outside = { layers: [{ ...layers[0]!, image }, layers[1]!], weights, pixels: [40] };
    expect(() => networkDiagram(outside)).toThrow(
      'networkDiagram: pixels: expects indices below 40, got 40',
    );
  });

  it('draws a network without weights grey and says that there are none', () => {
    const scene = networkDiagram({ layers }, { edges: 'both' });
    expect(scene.description).toContain('It has no weights yet.');
    const edge = find(scene, 'edge-0-0-0');
    expect(edge.type === 'group' && edge.children[0]).toMatchObject({ stroke: 'axis' });
  });
});

describe('images that are not square', () => {
  it.each([
    [40, 20],
    [20, 40],
  ])('of %i by %i pixels keep their shape and their place', (columns, rows) => {
    const image = { columns, rows, values: new Uint8Array(columns * rows) };
    const drawn = [
      predictionBars({ probabilities: [1], classNames: ['a'], image }),
      imageGrid([{ image }], { imageSize: 224 }),
      pixelGrid(image, { width: 5.6 * columns }),
    ].map(({ marks }) => all(marks).find((mark) => mark.type === 'image'));
    for (const mark of drawn)
      expect(mark).toMatchObject({ width: 5.6 * columns, height: 5.6 * rows });
  });
});

describe('empty records', () => {
  it('still make a scene that says so', () => {
    expect(histogram([]).description).toBe('There are no values.');
    expect(learningCurves([]).description).toBe('No epoch has ended yet.');
    expect(imageGrid([]).description).toBe('0 images with their labels.');
  });
});
