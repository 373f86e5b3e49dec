import { count, percent } from '../terminal/figures.js';
import { escapeHtml, factsTable, section } from './html.js';
import type { ReportSource } from './report-source.js';
import { callbackText, clippingText, dataText, optimizerText } from './settings-text.js';

/** The command, and all that decided the numbers. */
export function reproduceSection({ record, words, file }: ReportSource): string {
  const { data, settings, callbacks, environment, weightsSha256, initialSeed } = record;
  const { backend, engine, threads, versions, runtime } = environment;
  const seeds = initialSeed === settings.seed ? [] : [words.firstWeights(initialSeed)];
  const relaxed = settings.relaxedSimd === true ? ['relaxed SIMD'] : [];
  const changes = callbacks.map((callback) => callbackText(callback, words));
  const facts: [string, string][] = [
    [words.data, dataText(record, words)],
    [words.dataTrain, `${data.train.sha256} (${words.examples(count(data.train.examples))})`],
    [words.dataTest, `${data.test.sha256} (${words.examples(count(data.test.examples))})`],
    [words.validationSplit, percent(settings.validationSplit)],
    [words.epochs, count(settings.epochs)],
    [words.batchSize, count(settings.batchSize)],
    [words.optimizer, optimizerText(settings, words)],
    [words.gradientClipping, clippingText(settings, words)],
    [words.callbacks, changes.length === 0 ? words.none : changes.join(words.separator)],
    [words.seed, [String(settings.seed), ...seeds].join(words.separator)],
    [words.computedBy, [backend, engine, ...relaxed, words.threads(threads)].join(', ')],
    [words.runtime, runtime],
    [
      words.versions,
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
    [words.weights, weightsSha256],
  ];
  const command = `<pre tabindex="0"><code>manabi reproduce ${escapeHtml(shellWord(file))}</code></pre>`;
  return section(
    words.reproduce,
    `<p>${escapeHtml(words.reproduceNote)}</p>\n${command}\n${factsTable(facts)}`,
    'flows',
  );
}

/** A file's name as a shell takes it. */
function shellWord(file: string): string {
  return /^[\w./-][\w./\-\u0080-\uffff]*$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}
