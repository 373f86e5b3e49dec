import { count, percent } from '../terminal/figures.js';
import { escapeHtml, factsTable, section } from './html.js';
import type { ReportSource } from './report-source.js';

/** The command, and all that decided the numbers. */
export function reproduceSection({ record, words, file }: ReportSource): string {
  const { data, settings, callbacks, environment, weightsSha256 } = record;
  const { type, ...figures } = settings.optimizer;
  const optimizer = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`);
  const { backend, engine, threads, versions, runtime } = environment;
  const facts: [string, string][] = [
    [words.data, `${data.reference} ${JSON.stringify(data.options)}`.replace(/ \{\}$/, '')],
    [words.dataTrain, `${data.train.sha256} (${words.examples(count(data.train.examples))})`],
    [words.dataTest, `${data.test.sha256} (${words.examples(count(data.test.examples))})`],
    [words.optimizer, [type, ...optimizer].join(', ')],
    [words.epochs, count(settings.epochs)],
    [words.batchSize, count(settings.batchSize)],
    [words.validationSplit, percent(settings.validationSplit)],
    [words.seed, String(settings.seed)],
    [
      words.callbacks,
      callbacks.length === 0
        ? words.none
        : callbacks.map((callback) => JSON.stringify(callback)).join(', '),
    ],
    [words.computedBy, `${backend}, ${engine}, ${words.threads(threads)}`],
    [words.runtime, runtime],
    [
      words.versions,
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
    [words.weights, weightsSha256],
  ];
  const command = `<pre tabindex="0"><code>manabi reproduce ${escapeHtml(file)}</code></pre>`;
  return section(
    words.reproduce,
    `<p>${escapeHtml(words.reproduceNote)}</p>\n${command}\n${factsTable(facts)}`,
  );
}
