import type { Mark, Scene } from '@manabi/viz';

export interface ClassCountsRecord {
  readonly classNames: readonly string[];
  /** [classes] */
  readonly counts: readonly number[];
  /** The class that is shown alone; its bar stands out. */
  readonly shown: number | undefined;
}

export interface ClassCountsWords {
  readonly title: string;
  readonly class: string;
  readonly count: string;
  readonly finding: (fewest: string, most: string, total: string) => string;
  readonly bar: (name: string, count: string) => string;
}

const row = 26;
const nameSize = 13;

/** How many examples each class has: a bar each, which shows that class alone when pressed. */
export function classCountsScene(
  { classNames, counts, shown }: ClassCountsRecord,
  words: ClassCountsWords,
  width: number,
  formatCount: (value: number) => string,
): Scene {
  const most = Math.max(1, ...counts);
  const left = Math.min(width * 0.4, 16 + Math.max(...classNames.map(textWidth)));
  const right = 12 + textWidth(formatCount(most));
  const room = Math.max(10, width - left - right);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    width,
    height: Math.max(row, row * counts.length),
    title: words.title,
    description: words.finding(
      formatCount(Math.min(...counts)),
      formatCount(Math.max(...counts)),
      formatCount(total),
    ),
    table: {
      caption: words.title,
      columns: [words.class, words.count],
      rows: classNames.map((name, label) => [name, formatCount(counts[label] ?? 0)]),
    },
    marks: classNames.map((name, label): Mark => {
      const count = counts[label] ?? 0;
      const y = label * row;
      const length = (room * count) / most;
      const quiet = shown !== undefined && shown !== label;
      return {
        type: 'group',
        id: `class-${label}`,
        label: words.bar(name, formatCount(count)),
        datum: { label, count },
        focusable: true,
        children: [
          { type: 'rect', x: 0, y, width, height: row, fill: 'transparent', role: 'decoration' },
          {
            type: 'text',
            x: left - 8,
            y: y + row / 2,
            text: fit(name, left - 8),
            size: nameSize,
            align: 'end',
            bold: shown === label,
          },
          {
            type: 'rect',
            x: left,
            y: y + 5,
            width: length,
            height: row - 10,
            radius: 2,
            fill: quiet ? 'neutral' : 'series1',
          },
          {
            type: 'text',
            x: left + length + 6,
            y: y + row / 2,
            text: formatCount(count),
            size: nameSize,
            fill: 'muted',
          },
        ],
      };
    }),
  };
}

/** About the width of a text of 13 units: a Japanese letter is a square. */
function textWidth(text: string): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? nameSize : nameSize * 0.58),
    0,
  );
}

function fit(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('')}…`;
}
