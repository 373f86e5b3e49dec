/** @file The texts of what an answer rests on. */
import type { Localized } from '../../i18n/language.svelte.js';

const en = {
  title: 'Why was it wrong?',
  intro:
    'Press a cell of the confusion matrix to see its images, and an image to open it in all the views above.',
  all: (count: string) => `All ${count} mistakes, the worst first`,
  cell: (truth: string, predicted: string, count: string) =>
    `${truth} taken for ${predicted}: ${count}`,
  right: (name: string, count: string) => `${name} recognised: ${count}, the least sure first`,
  none: 'There is no such image.',
  most: (count: string) => `The first ${count} are shown.`,
  every: 'Every mistake',
  image: (truth: string, predicted: string) => `${truth}, taken for ${predicted}`,
  rests: 'What the answer rests on',
  about: 'Asked about',
  saysClass: (name: string) => `${name} (its answer)`,
  trueClass: (name: string) => `${name} (the truth)`,
  working: 'The worker covers, derives and compares…',
  failed: 'The network could not be asked: the images of this run are not here.',
  keys: 'Arrow keys move to other pixels.',
  occlusion: {
    title: 'Cover a part',
    square: 'Side of the square',
    pixels: (size: string) => `${size} px`,
    label: (name: string) => `Change of the probability of ${name} when each part is covered`,
    legend: 'probability',
    at: (row: number, column: number, name: string, before: string, after: string) =>
      `Covered around row ${row}, column ${column}: ${name} goes from ${before} to ${after}.`,
    does: 'A black square covers each place in turn, and the network answers again. Where the probability falls, the network needed what was there.',
    doesNot:
      'what the network saw there. A black square is itself a strange image, and two parts that can stand in for each other both look unimportant.',
  },
  saliency: {
    title: 'The slope at each pixel',
    label: (name: string) => `Slope of the logit of ${name} at each pixel`,
    legend: 'slope',
    at: (row: number, column: number, slope: string) => `Row ${row}, column ${column}: ${slope}.`,
    does: (name: string) =>
      `The derivative of the logit of ${name} by each pixel: how fast it rises if that pixel alone becomes a little brighter.`,
    doesNot:
      'which pixels made the answer what it is. The slope holds for tiny changes only, and a pixel can be decisive with a slope of 0.',
  },
  neighbours: {
    title: 'Nearest training images',
    label: 'The training images that look most alike to the network',
    one: (name: string, distance: string) => `${name}, distance ${distance}`,
    counts: (list: string, count: number) => `Of these ${count}: ${list}.`,
    count: (name: string, count: number) => `${count} ${count === 1 ? 'shows' : 'show'} ${name}`,
    comma: ', ',
    does: (among: string) =>
      `Of the first ${among} training images, those whose numbers in the last hidden layer are nearest to this image’s. Images that lie close there are often judged alike.`,
    doesNot:
      'from which images the network learned its answer. It keeps none of them, and other images may have shaped the same weights.',
  },
  means: 'What it means:',
  meansNot: 'What it does not tell:',
};

type WhyWords = typeof en;

const ja: WhyWords = {
  title: 'なぜ間違えたのか',
  intro:
    '混同行列のマスを押すと、そこに入る画像が並びます。画像を押すと、上のすべての図でその画像が開きます。',
  all: (count) => `間違い${count}件（正解から遠い順）`,
  cell: (truth, predicted, count) => `「${truth}」を「${predicted}」と答えた画像：${count}枚`,
  right: (name, count) => `「${name}」と正しく答えた画像：${count}枚（自信のない順）`,
  none: 'そのような画像はありません。',
  most: (count) => `はじめの${count}枚を表示しています。`,
  every: 'すべての間違い',
  image: (truth, predicted) => `正解は「${truth}」、答えは「${predicted}」`,
  rests: '答えのよりどころ',
  about: '調べるクラス',
  saysClass: (name) => `「${name}」（答え）`,
  trueClass: (name) => `「${name}」（正解）`,
  working: '隠したり、微分したり、比べたりしています…',
  failed: 'この学習結果の画像がここにないため、調べられません。',
  keys: '矢印キーで別の画素に移動します。',
  occlusion: {
    title: '一部を隠す',
    square: '四角形の一辺',
    pixels: (size) => `${size}画素`,
    label: (name) => `各部分を隠したときの「${name}」の確率の変化`,
    legend: '確率',
    at: (row, column, name, before, after) =>
      `${row}行${column}列のまわりを隠すと、「${name}」の確率は${before}から${after}になります。`,
    does: '黒い四角形で場所を変えながら隠し、そのたびに答えさせます。確率が下がるところは、ネットワークが必要としていた部分です。',
    doesNot:
      'ネットワークがそこに何を見ていたのか。黒い四角形のある画像はそれ自体が不自然です。また、互いに代わりになる部分は、どちらも重要でないように見えます。',
  },
  saliency: {
    title: '各画素での傾き',
    label: (name) => `各画素での「${name}」のロジットの傾き`,
    legend: '傾き',
    at: (row, column, slope) => `${row}行${column}列：${slope}`,
    does: (name) =>
      `「${name}」のロジットを各画素で微分した値です。その画素だけを少し明るくしたときに、ロジットがどれだけの勢いで増えるかを表します。`,
    doesNot:
      'どの画素が答えを決めたのか。ごく小さな変化についての値なので、傾きが0でも決め手になっている画素はありえます。',
  },
  neighbours: {
    title: '最も近い訓練画像',
    label: 'ネットワークにとって最も似ている訓練画像',
    one: (name, distance) => `「${name}」、距離${distance}`,
    counts: (list, count) => `${count}枚の内訳：${list}`,
    count: (name, count) => `「${name}」${count}枚`,
    comma: '、',
    does: (among) =>
      `はじめの訓練画像${among}枚のうち、最後の隠れ層の値がこの画像に最も近いものです。そこで近い画像どうしは、同じように判断されることが多いです。`,
    doesNot:
      'どの画像から答えを学んだのか。ネットワークは画像を1枚も保存しておらず、ほかの画像から同じ重みができた可能性もあります。',
  },
  means: 'わかること：',
  meansNot: 'わからないこと：',
};

export const words: Localized<WhyWords> = { en, ja };
