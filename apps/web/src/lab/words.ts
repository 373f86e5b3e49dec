/** @file The texts of the lab's frame. */
import type { Localized } from '../i18n/language.svelte.js';

export interface LabWords {
  readonly heading: string;
  readonly intro: string;
  readonly panes: string;
  readonly elsewhere: string;
}

export const labWords: Localized<LabWords> = {
  en: {
    heading: 'Training lab',
    intro:
      'Train a network of your own, here in the browser. Everything stays on your computer, and a run that has begun is kept for the next visit.',
    panes: 'Parts of the lab',
    elsewhere:
      'The run in this link is kept in another browser. Its settings may be here all the same: press Start to train it anew.',
  },
  ja: {
    heading: '訓練ラボ',
    intro:
      '自分のネットワークを、このブラウザの中で訓練します。データも結果もこのコンピュータから出ません。途中の訓練は保存され、次に開いたときに続きから再開できます。',
    panes: 'ラボの各画面',
    elsewhere:
      'このリンクの訓練結果は、別のブラウザに保存されています。設定が一緒に届いていれば、「開始」を押すとここで訓練し直せます。',
  },
};
