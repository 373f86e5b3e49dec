import { describe, expect, it } from 'vitest';
import { gatherBatch, iris, selectExamples } from '@manabi/datasets';

/** Both parts in one list of rows, as text, since the split reorders them. */
function rows(): string[] {
  const { train, test } = iris();
  return [train, test].flatMap(({ inputs, labels }) =>
    Array.from(labels, (label, row) =>
      [...inputs.subarray(row * 4, row * 4 + 4)]
        .map((value) => value.toFixed(1))
        .concat(String(label))
        .join(' '),
    ),
  );
}

describe('iris', () => {
  it('has 150 rows, 120 to learn from and 30 to test, 10 of each species', () => {
    const { train, test } = iris();
    expect(train.labels).toHaveLength(120);
    for (const label of [0, 1, 2]) {
      expect([...test.labels].filter((l) => l === label)).toHaveLength(10);
    }
  });

  it("holds Fisher's rows 35 and 38, not those of the widespread copy", () => {
    expect(rows()).toContain('4.9 3.1 1.5 0.2 0');
    expect(rows()).toContain('4.9 3.6 1.4 0.1 0');
    // The wrong copy has 4.9 3.1 1.5 0.1 three times; Fisher has it once (row 10).
    expect(rows().filter((row) => row === '4.9 3.1 1.5 0.1 0')).toHaveLength(1);
  });

  it('has the means of each species that R reports for its copy of the table', () => {
    // R 4: aggregate(. ~ Species, iris, mean)
    const reference = [
      [5.006, 3.428, 1.462, 0.246],
      [5.936, 2.77, 4.26, 1.326],
      [6.588, 2.974, 5.552, 2.026],
    ];
    const numbers = rows().map((row) => row.split(' ').map(Number));
    reference.forEach((means, species) => {
      means.forEach((mean, feature) => {
        const values = numbers.filter((row) => row[4] === species).map((row) => row[feature]!);
        expect(values.reduce((sum, value) => sum + value, 0) / 50).toBeCloseTo(mean, 10);
      });
    });
  });

  it('standardises both parts by the training rows alone', () => {
    const { train, test } = iris();
    expect(test.normalization).toEqual(train.normalization);
    const { inputs } = gatherBatch(train, [...train.labels.keys()]);
    for (let feature = 0; feature < 4; feature++) {
      const column = inputs.filter((_, i) => i % 4 === feature);
      const mean = column.reduce((sum, value) => sum + value, 0) / 120;
      const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 120;
      expect(mean).toBeCloseTo(0, 6);
      expect(variance).toBeCloseTo(1, 5);
    }
  });

  it('splits by seed and fraction', () => {
    expect(iris({ seed: 2 }).test.inputs).not.toEqual(iris({ seed: 1 }).test.inputs);
    expect(iris({ testFraction: 0.5 }).train.labels).toHaveLength(75);
    expect(selectExamples(iris().train, [0]).inputShape).toEqual([4]);
  });
});
