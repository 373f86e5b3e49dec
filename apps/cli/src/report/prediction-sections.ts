import type { RecordedPrediction } from '@manabi/trainer';
import { imageGrid, predictionBars, renderTableHtml } from '@manabi/viz';
import { percent } from '../terminal/figures.js';
import { drawing, type Widths } from './figure.js';
import { escapeHtml, section } from './html.js';
import type { ReportSource } from './report-source.js';

/** Every example with a bar for each class. */
export function predictionsSection(source: ReportSource): string {
  const { record, words } = source;
  if (record.test === null) return '';
  const items = record.test.predictions.map((one) => `<li>${bars(one, source)}</li>`);
  return section(
    words.predictions,
    `<p>${escapeHtml(words.predictionsNote)}</p>\n<ol class="predictions">${items.join('\n')}</ol>`,
    'flows',
  );
}

/** Two in a row on a wide screen. */
const halfWidth: Widths = { wide: 408, narrow: 320 };

function bars({ index, label, probabilities }: RecordedPrediction, source: ReportSource): string {
  const image = source.picture(index);
  const { classNames, language } = source;
  const shown = { probabilities, classNames, truth: label, ...(image && { image }) };
  const draw = (width: number) =>
    predictionBars(shown, {
      width,
      locale: language,
      orientation: 'horizontal',
      imageSize: width >= halfWidth.wide ? 136 : 96,
    });
  return drawing(draw, halfWidth);
}

/** The wrong answers that the network was surest of, as pictures or, without any, as a table. */
export function mistakesSection(source: ReportSource): string {
  const { record, words } = source;
  if (record.test === null) return '';
  const { mistakes } = record.test;
  const content =
    mistakes.length === 0
      ? `<p>${escapeHtml(words.noMistakes)}</p>`
      : `<p>${escapeHtml(words.mistakesNote)}</p>\n${mistakesFigure(mistakes, source)}`;
  return section(words.mistakes, content);
}

/** Six in a row on a wide screen, two on a phone, with room for long names of classes below. */
const mistakesWidth: Widths = { wide: 912, narrow: 320 };

function mistakesFigure(mistakes: readonly RecordedPrediction[], source: ReportSource): string {
  const { classNames, words, language, picture } = source;
  const items = mistakes.map(({ index, label, predicted, probabilities }) => ({
    index,
    image: picture(index),
    truth: classNames[label]!,
    predicted: classNames[predicted]!,
    confidence: probabilities[predicted]!,
  }));
  const pictured = items.flatMap(({ image, ...item }) => (image ? [{ image, ...item }] : []));
  if (pictured.length === items.length) {
    const draw = (width: number) =>
      imageGrid(pictured, { width, imageSize: 136, locale: language });
    return `<figure>${drawing(draw, mistakesWidth)}</figure>`;
  }
  return renderTableHtml({
    caption: words.mistakes,
    columns: [words.example, words.truth, words.predicted, words.confidence],
    rows: items.map((one) => [one.index, one.truth, one.predicted, percent(one.confidence)]),
  });
}
