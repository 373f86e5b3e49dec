import type { Localized } from '../../i18n/language.svelte.js';

const en = {
  title: 'Break it',
  intro:
    'Take something away, or spoil the images. The network is not trained again: what you see at once is how much it depended on it.',
  biases: 'Without the biases of',
  silenced: 'Silenced filters and neurons',
  layer: 'Layer',
  unit: 'Number',
  silence: 'Silence',
  silenceThis: 'Silence this one',
  wake: 'Let it speak again',
  wakeUnit: (layer: string, unit: number) => `Let ${layer} ${unit} speak again`,
  noneSilenced: 'None yet.',
  noise: 'Noise',
  noiseIs: (percent: string) => `${percent} of the brightness, up or down`,
  right: 'Pixels to the right',
  down: 'Pixels down',
  repair: 'Repair everything',
  accuracy: 'Right answers',
  intact: 'intact',
  broken: 'broken',
  of: (count: string) => `On ${count} test images`,
  class: 'Class',
  waiting: 'The network answers the test images…',
  whole: 'Nothing is broken.',
};

type BreakItWords = typeof en;

const ja: BreakItWords = {
  title: '壊してみる',
  intro:
    '一部を取り除いたり、画像を乱したりしてみましょう。学習はやり直しません。ネットワークがそれにどれだけ頼っていたかが、すぐにわかります。',
  biases: 'バイアスをなくす層',
  silenced: '止めたフィルターとニューロン',
  layer: '層',
  unit: '番号',
  silence: '止める',
  silenceThis: 'これを止める',
  wake: '元に戻す',
  wakeUnit: (layer, unit) => `${layer}の${unit}を元に戻す`,
  noneSilenced: 'まだありません。',
  noise: 'ノイズ',
  noiseIs: (percent) => `明るさが最大${percent}上下します`,
  right: '右へ（画素）',
  down: '下へ（画素）',
  repair: 'すべて元に戻す',
  accuracy: '正解率',
  intact: '元のまま',
  broken: '壊したあと',
  of: (count) => `テスト画像${count}枚での結果`,
  class: 'クラス',
  waiting: 'テスト画像に答えています…',
  whole: 'まだ何も壊していません。',
};

export const words: Localized<BreakItWords> = { en, ja };
