/** @file Draws digits, trains on them and answers, away from the page's own thread. */
import { selectBackend } from '@manabi/backends';
import { selectExamples, syntheticDigits, type Dataset } from '@manabi/datasets';
import { initializeModel, mlp, type Model } from '@manabi/models';
import { evaluate, fit, predict, type Callback, type TrainingEvent } from '@manabi/trainer';
import wasmPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { Answer, TrainingNews, TrainingRequest } from './protocol.js';
import { hidden, settings, shownAnswers, testSize, trainSize } from './setup.js';

/** How often the page sees the network of this moment. */
const showEveryMs = 300;

/** The network that answers; undefined until the first weights are drawn. */
let latest: Model | undefined;

/** Resolves when the run may go on. */
let held: { readonly until: Promise<void>; readonly release: () => void } | undefined;

function tell(news: TrainingNews): void {
  postMessage(news);
}

function hold(holding: boolean): void {
  if (!holding) {
    held?.release();
    held = undefined;
  } else if (held === undefined) {
    let release: (() => void) | undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    held = { until, release: () => release?.() };
  }
}

async function answers(model: Model, digits: Dataset): Promise<Answer[]> {
  const { classes, probabilities } = await predict(model, digits);
  const pixels = digits.inputs.length / digits.labels.length;
  return Array.from(digits.labels, (label, index) => ({
    pixels: Uint8Array.from(digits.inputs.subarray(index * pixels, (index + 1) * pixels)),
    label,
    probabilities: probabilities.slice(index * classes, (index + 1) * classes),
  }));
}

async function classify(request: number, pixels: Uint8Array): Promise<void> {
  if (latest === undefined) return;
  const { probabilities } = await predict(
    latest,
    Float32Array.from(pixels, (byte) => byte / 255),
  );
  tell({ type: 'classified', request, probabilities });
}

function report(event: TrainingEvent): void {
  if (event.type === 'batchEnd') {
    tell({
      type: 'progress',
      epoch: event.epoch,
      share: event.step / event.stepsPerEpoch,
      accuracy: event.accuracy,
      samplesPerSecond: (event.samples / event.durationMs) * 1000,
    });
  } else if (event.type === 'epochEnd') {
    tell({ type: 'epoch', event });
  }
}

/** The first test digit of each class, from 0 to 9. */
function oneOfEach(digits: Dataset): Dataset {
  const indices = Array.from({ length: shownAnswers }, (_, digit) => digits.labels.indexOf(digit));
  return selectExamples(digits, Uint32Array.from(indices));
}

async function train(often: boolean): Promise<void> {
  const { name: backend } = await selectBackend({ backend: 'auto', wasmPath });
  const { train: digits, test } = syntheticDigits({ trainSize, testSize });
  const shown = oneOfEach(test);
  const spec = mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [hidden] });
  const untrained = initializeModel(spec, { seed: settings.seed });
  const show = async (model: Model) => {
    latest = model;
    tell({ type: 'answers', answers: await answers(model, shown) });
  };
  tell({ type: 'prepared', backend });
  // Before the first step the bars are nearly equal: the first seconds visibly change them.
  await show(untrained);
  let shownAt = performance.now();
  const showOften: Callback = async (event, control) => {
    await held?.until;
    const due = often && event.type === 'batchEnd' && performance.now() - shownAt >= showEveryMs;
    if (!due && event.type !== 'epochEnd') return;
    await show(await control.snapshot());
    shownAt = performance.now();
  };
  for await (const event of fit(untrained, { train: digits, test }, settings, {
    callbacks: [showOften],
  })) {
    report(event);
    if (event.type !== 'runEnd') continue;
    const { model, outcome } = event;
    const testAccuracy = event.testAccuracy ?? (await evaluate(model, test)).accuracy;
    await show(model);
    tell({ type: 'ended', outcome, testAccuracy });
  }
}

function fail(error: unknown): void {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
}

addEventListener('message', ({ data }: MessageEvent<TrainingRequest>) => {
  switch (data.type) {
    case 'train':
      train(data.often).catch(fail);
      break;
    case 'hold':
      hold(data.held);
      break;
    case 'classify':
      classify(data.request, data.pixels).catch(fail);
      break;
    default:
      data satisfies never;
  }
});
