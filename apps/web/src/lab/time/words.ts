import type { Localized } from '../../i18n/language.svelte.js';

export interface TimeWords {
  readonly intro: string;
  readonly nothing: string;
  readonly toTraining: string;
  readonly curves: string;
  readonly example: string;
  readonly exampleNote: (truth: string) => string;
}

export const timeWords: Localized<TimeWords> = {
  en: {
    intro:
      'The weights are kept epoch by epoch (of a long run or a large network, only at some epochs, evenly spread), or more often, as the Train pane is set. Go back to any of these: see the mistakes become fewer and the weights take shape.',
    nothing: 'Nothing has been learnt yet. Train a network, and walk through its epochs here.',
    toTraining: 'To the training',
    curves: 'The line is the moment on show.',
    example: 'Test image',
    exampleNote: (truth) => `It shows ${truth}. What the first layer makes of it stands below.`,
  },
  ja: {
    intro:
      'エポックごとに重みを残してあります（訓練が長いときや、ネットワークが大きいときは、等間隔に選んだエポックだけが残ります）。「訓練」の画面で、もっと細かく残すこともできます。残っている好きな時点に戻って、間違いが減り、重みが意味のある形になっていく様子を見てみましょう。',
    nothing: 'まだ何も学習していません。ネットワークを訓練すると、ここで各エポックをたどれます。',
    toTraining: '訓練へ',
    curves: '縦線が表示中の時点です。',
    example: 'テスト画像',
    exampleNote: (truth) =>
      `正解は「${truth}」です。最初の層がこの画像から作る特徴マップを下に示します。`,
  },
};
