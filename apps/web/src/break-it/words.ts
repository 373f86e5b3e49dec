import type { Localized } from '../i18n/language.svelte.js';

const en = {
  title: 'Break it',
  intro: {
    images:
      'Take something away, or spoil the images. The network is not trained again: what you see at once is how much it depended on it.',
    features:
      'Take something away, or measure badly. The network is not trained again: what you see at once is how much it depended on it.',
  },
  biases: 'Without the biases of',
  silenced: 'Silenced units',
  layer: 'Layer',
  unit: 'Number',
  silence: 'Silence',
  silenceThis: 'Silence this one',
  wake: 'Let it speak again',
  wakeUnit: (unit: string) => `Let ${unit} speak again`,
  noneSilenced: 'None yet.',
  silencedMeans:
    'The weights and the bias of a silenced unit count as 0, and so does every connection that leads on from it: whatever its activation makes of a sum of 0, the next layer hears nothing of it. As an output its logit is 0, which can still be the largest.',
  noise: 'Noise',
  noiseIs: (percent: string) => `${percent} of the brightness, up or down`,
  noiseOfFeatures: (cm: string) => `each measurement off by up to ${cm}\u00a0cm, up or down`,
  right: 'Pixels to the right',
  down: 'Pixels down',
  offset: 'Measured too long (cm)',
  repair: 'Repair everything',
  accuracy: 'Right answers',
  intact: 'intact',
  broken: 'broken',
  of: {
    images: (count: string) => `On ${count} test images`,
    features: (count: string) => `On ${count} test flowers`,
  },
  soFar: (count: string, all: string) =>
    `On the first ${count} test images; the answers to all ${all} are under way…`,
  class: 'Class',
  waiting: 'The network answers the test set…',
  whole: 'Nothing is broken.',
};

type BreakItWords = typeof en;

const ja: BreakItWords = {
  title: '壊してみる',
  intro: {
    images:
      '一部を取り除いたり、画像を乱したりしてみましょう。学習はやり直しません。ネットワークがそれにどれだけ頼っていたかが、すぐにわかります。',
    features:
      '一部を取り除いたり、測り方を狂わせたりしてみましょう。学習はやり直しません。ネットワークがそれにどれだけ頼っていたかが、すぐにわかります。',
  },
  biases: 'バイアスをなくす層',
  silenced: '止めた部分',
  layer: '層',
  unit: '番号',
  silence: '止める',
  silenceThis: 'これを止める',
  wake: '停止を解除する',
  wakeUnit: (unit) => `${unit}の停止を解除する`,
  noneSilenced: 'まだありません。',
  silencedMeans:
    '止めた部分は、重みもバイアスも、そこから先へつながる重みも0として計算します。そのため、和の0から活性化関数がどんな値を出しても、次の層には何も伝わりません。出力層のニューロンなら、ロジットが0になり、それが最大になることもあります。',
  noise: 'ノイズ',
  noiseIs: (percent) => `明るさが最大${percent}上下します`,
  noiseOfFeatures: (cm) => `測定値がそれぞれ最大${cm}\u00a0cm前後します`,
  right: '右へ（画素）',
  down: '下へ（画素）',
  offset: '長く測る分（cm）',
  repair: 'すべて元に戻す',
  accuracy: '正解率',
  intact: '元のまま',
  broken: '壊したあと',
  of: {
    images: (count) => `テスト画像${count}枚での結果`,
    features: (count) => `テスト用の花${count}輪での結果`,
  },
  soFar: (count, all) =>
    `はじめのテスト画像${count}枚での結果です。続けて、全${all}枚に答えています…`,
  class: 'クラス',
  waiting: 'テストデータに答えています…',
  whole: 'まだ何も壊していません。',
};

export const words: Localized<BreakItWords> = { en, ja };
