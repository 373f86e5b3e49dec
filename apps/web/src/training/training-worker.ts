/** @file Draws digits, trains on them and reports, away from the page's own thread. */
import { selectBackend } from '@manabi/backends';
import { selectExamples, syntheticDigits, type Dataset } from '@manabi/datasets';
import { initializeModel, type Model } from '@manabi/models';
import { evaluate, fit, predict, type Callback, type TrainingEvent } from '@manabi/trainer';
import wasmPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { Answer, TrainingNews, TrainingRequest } from './protocol.js';
import { settings, shownAnswers, spec, testSize, trainSize } from './setup.js';

let running: AbortController | undefined;

function tell(news: TrainingNews): void {
  postMessage(news);
}

async function answer(model: Model, digits: Dataset): Promise<Answer[]> {
  const { classes, probabilities } = await predict(model, digits);
  const pixels = digits.inputs.length / digits.labels.length;
  return Array.from(digits.labels, (label, index) => ({
    pixels: Uint8Array.from(digits.inputs.subarray(index * pixels, (index + 1) * pixels)),
    label,
    probabilities: probabilities.slice(index * classes, (index + 1) * classes),
  }));
}

function report(event: TrainingEvent): void {
  if (event.type === 'batchEnd') {
    tell({
      type: 'progress',
      epoch: event.epoch,
      share: event.step / event.stepsPerEpoch,
      samplesPerSecond: (event.samples / event.durationMs) * 1000,
    });
  } else if (event.type === 'epochEnd') {
    tell({ type: 'epoch', event });
  }
}

async function train(signal: AbortSignal): Promise<void> {
  const { name: backend } = await selectBackend({ backend: 'auto', wasmPath });
  const { train: digits, test } = syntheticDigits({ trainSize, testSize });
  const shown = selectExamples(
    test,
    Uint32Array.from({ length: shownAnswers }, (_, i) => i),
  );
  const untrained = initializeModel(spec, { seed: settings.seed ?? 1 });
  tell({ type: 'prepared', backend });
  // Before the first step the bars are nearly equal: the first epoch visibly changes them.
  tell({ type: 'answers', answers: await answer(untrained, shown) });
  const showAnswers: Callback = async (event, control) => {
    if (event.type !== 'epochEnd') return;
    tell({ type: 'answers', answers: await answer(await control.snapshot(), shown) });
  };
  const hooks = { signal, callbacks: [showAnswers] };
  for await (const event of fit(untrained, { train: digits, test }, settings, hooks)) {
    report(event);
    if (event.type !== 'runEnd') continue;
    const { model, outcome } = event;
    const testAccuracy = event.testAccuracy ?? (await evaluate(model, test)).accuracy;
    tell({ type: 'answers', answers: await answer(model, shown) });
    tell({ type: 'ended', outcome, testAccuracy });
  }
}

addEventListener('message', ({ data }: MessageEvent<TrainingRequest>) => {
  if (data.type === 'stop') {
    running?.abort();
    return;
  }
  running = new AbortController();
  train(running.signal).catch((error: unknown) => {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
