/** @file A record as one HTML document that needs nothing else: style and charts stand in it. */
import { datasetInfo, isDatasetName } from '@manabi/datasets';
import { countParameters } from '@manabi/models';
import type { RunRecord } from '@manabi/trainer';
import { classTable, confusionMatrix, learningCurves } from '@manabi/viz';
import { count, duration, loss, percent } from '../terminal/figures.js';
import { figure } from './figure.js';
import { escapeHtml, section } from './html.js';
import { layersSection } from './layers-section.js';
import { modelSection } from './model-section.js';
import { mistakesSection, predictionsSection } from './prediction-sections.js';
import { reproduceSection } from './reproduce-section.js';
import type { ReportContext, ReportLanguage, ReportSource } from './report-source.js';
import { callbackText } from './settings-text.js';
import { style } from './style.js';
import { reportWords, type ReportWords } from './words.js';

/** What every report starts with, so that one can be told from other files. */
export const reportMark = '<!doctype html><!-- manabi report -->';

/** Nothing may be fetched and nothing may run, whatever a record says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole document. */
export function reportPage(record: RunRecord, context: ReportContext): string {
  const { language } = context;
  const words = reportWords[language];
  const source = { ...context, record, words, classNames: classNames(record, language) };
  const title = words.title(record.spec.name ?? 'model', dataTitle(record, language));
  return `${reportMark}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${opening(source)}
${[curvesSection, layersSection, ...testSections, modelSection, reproduceSection].map((section) => section(source)).join('\n')}
</main>
</body>
</html>
`;
}

const testSections = [predictionsSection, mistakesSection, confusionSection, classesSection];

function dataTitle({ data: { reference } }: RunRecord, language: ReportLanguage): string {
  return isDatasetName(reference) ? datasetInfo(reference).title[language] : reference;
}

function classNames({ data }: RunRecord, language: ReportLanguage): readonly string[] {
  return isDatasetName(data.reference)
    ? datasetInfo(data.reference).classNames[language]
    : data.classNames;
}

function opening({ record, words }: ReportSource): string {
  const { data, result, spec } = record;
  const key: [string, string][] = [
    [words.testAccuracy, result.testAccuracy === null ? '–' : percent(result.testAccuracy)],
    [words.testLoss, result.testLoss === null ? '–' : loss(result.testLoss)],
    [words.epochs, count(result.epochs)],
    [words.time, duration(result.durationMs)],
    [words.parameters, count(countParameters(spec))],
  ];
  const figures = key.map(
    ([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  const { outcome } = result;
  const ending =
    outcome === 'completed'
      ? ''
      : `<p><strong>${escapeHtml(words.outcomes[outcome])}</strong>${endingReason(record, words)}</p>`;
  const untested = record.test === null ? `<p>${escapeHtml(words.untested)}</p>` : '';
  const lede = words.lede(count(data.train.examples), count(data.test.examples));
  return `<p class="lede">${escapeHtml(lede)}</p>\n<dl class="key">${figures.join('')}</dl>\n${ending}${untested}`;
}

/** Why a run ended: in the reader's language where that is known, else as the run said it. */
function endingReason({ callbacks, result }: RunRecord, words: ReportWords): string {
  const { outcome, reason } = result;
  if (reason === null) return '';
  const stopping = callbacks.find(({ type }) => type === 'earlyStopping');
  return outcome === 'stopped' && stopping !== undefined
    ? escapeHtml(words.because(callbackText(stopping, words)))
    : `: <span lang="en">${escapeHtml(reason)}</span>`;
}

function curvesSection({ record, words, language }: ReportSource): string {
  const runs = [{ name: record.spec.name ?? 'model', epochs: record.history }];
  const draw = (width: number) => learningCurves(runs, { width, locale: language });
  return section(
    words.curves,
    `<p>${escapeHtml(words.curvesNote)}</p>\n${figure(draw, words.numbers)}`,
  );
}

function confusionSection({ record, words, language, classNames }: ReportSource): string {
  if (record.test === null) return '';
  const counts = record.test.confusionMatrix;
  const draw = (width: number) =>
    confusionMatrix({ counts, classNames }, { width, locale: language });
  return section(
    words.confusion,
    `<p>${escapeHtml(words.confusionNote)}</p>\n${figure(draw, words.numbers)}`,
  );
}

function classesSection({ record, words, language, classNames }: ReportSource): string {
  if (record.test === null) return '';
  const rows = record.test.classes.map((figures, label) => ({
    name: classNames[label] ?? String(label),
    ...figures,
  }));
  const draw = (width: number) => classTable(rows, { width, locale: language });
  return section(
    words.classes,
    `<p>${escapeHtml(words.classesNote)}</p>\n${figure(draw, words.numbers)}`,
  );
}
