/** @file The texts of what an answer rests on; of images, and of features without a picture. */
import type { Localized } from '../i18n/language.svelte.js';

const en = {
  title: 'Why was it wrong?',
  intro: {
    images:
      'Press a cell of the confusion matrix to see its images, and an image to open it in all the views above.',
    features:
      'Press a cell of the confusion matrix to see its flowers, and a flower to open it in all the views above. Each is drawn as its four measurements.',
  },
  all: (count: string) =>
    count === '1' ? 'One mistake' : `All ${count} mistakes, the worst first`,
  noMistakes: 'No mistakes',
  broken: {
    images: (count: string) => `Of the network as it is broken now, on ${count} test images.`,
    features: (count: string) => `Of the network as it is broken now, on ${count} test flowers.`,
  },
  cell: {
    images: (truth: string, predicted: string, count: string) =>
      `${truth} taken for ${predicted}: ${count}`,
    features: (truth: string, predicted: string, count: string) =>
      `${truth} taken for ${predicted}: ${count}`,
  },
  right: {
    images: (name: string, count: string) => `${name} recognised: ${count}, the least sure first`,
    features: (name: string, count: string) => `${name} recognised: ${count}, the least sure first`,
  },
  none: { images: 'There is no such image.', features: 'There is no such flower.' },
  most: {
    images: (count: string) => `The first ${count} are shown.`,
    features: (count: string) => `The first ${count} are shown.`,
  },
  every: 'Every mistake',
  example: (truth: string, predicted: string) => `${truth}, taken for ${predicted}`,
  examining: 'The network answers the test set…',
  rests: 'What the answer rests on',
  about: 'Asked about',
  saysClass: (name: string) => `${name} (its answer)`,
  trueClass: (name: string) => `${name} (the truth)`,
  working: 'The worker covers, derives and compares…',
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
  levelled: {
    title: 'One measurement at its mean',
    label: (name: string) =>
      `Probability of ${name} when each measurement in turn is put at its mean`,
    before: (name: string, share: string) => `As the flower is, ${name} has ${share}.`,
    feature: 'Measurement',
    distance: 'from the mean',
    after: 'at its mean',
    from: (distance: string, above: boolean) => `${distance} ${above ? 'above' : 'below'}`,
    does: 'Each measurement in turn is put at the mean of the training flowers, and the network answers again. Where the probability falls, that measurement spoke for the answer; where it rises, against it.',
    doesNot:
      'what two measurements do together. A long petal that is made narrow belongs to a flower that does not grow, and a measurement that lies at its mean already seems to do nothing.',
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
  slopes: {
    title: 'The slope along each measurement',
    label: (name: string) => `Slope of the logit of ${name} along each measurement`,
    unit: 'per cm',
    does: (name: string) =>
      `The derivative of the logit of ${name} by each measurement: how fast it rises if that measurement alone becomes a little longer.`,
    doesNot:
      'which measurement made the answer what it is. The slope holds for tiny changes only: with ReLU it can be another a millimetre further on.',
  },
  neighbours: {
    title: { images: 'Nearest training images', features: 'Nearest training flowers' },
    label: {
      images: 'The training images that look most alike to the network',
      features: 'The training flowers that look most alike to the network',
    },
    class: 'Class',
    measured: (name: string, unit: string) => `${name} (${unit})`,
    distance: 'Distance',
    one: (name: string, distance: string) => `${name}, distance ${distance}`,
    counts: {
      images: (list: string, count: number) => `Of these ${count}: ${list}.`,
      features: (list: string, count: number) => `Of these ${count}: ${list}.`,
    },
    count: {
      images: (name: string, count: number) => `${count} ${count === 1 ? 'shows' : 'show'} ${name}`,
      features: (name: string, count: number) => `${count} ${count === 1 ? 'is' : 'are'} ${name}`,
    },
    comma: ', ',
    does: {
      images: (among: string) =>
        `Of the first ${among} training images, those whose numbers in the last hidden layer are nearest to this image’s. Images that lie close there are often judged alike.`,
      features: (among: string) =>
        `Of the ${among} training flowers, those whose numbers in the last hidden layer are nearest to this flower’s. Flowers that lie close there are often judged alike.`,
    },
    doesNot: {
      images:
        'from which images the network learnt its answer. It keeps none of them, and other images may have shaped the same weights.',
      features:
        'from which flowers the network learnt its answer. It keeps none of them, and other flowers may have shaped the same weights.',
    },
  },
  means: 'What it means:',
  meansNot: 'What it does not tell:',
};

type WhyWords = typeof en;

const ja: WhyWords = {
  title: 'なぜ間違えたのか',
  intro: {
    images:
      '混同行列のマスを押すと、そこに入る画像が並びます。画像を押すと、上のすべての図でその画像が開きます。',
    features:
      '混同行列のマスを押すと、そこに入る花が並びます。花を押すと、上のすべての図でその花が開きます。花は4つの測定値の棒で描かれています。',
  },
  all: (count) => `間違い${count}件（正解から遠い順）`,
  noMistakes: '間違いはありません',
  broken: {
    images: (count) => `壊した状態のまま、テスト画像${count}枚に答えさせた結果です。`,
    features: (count) => `壊した状態のまま、テスト用の花${count}輪に答えさせた結果です。`,
  },
  cell: {
    images: (truth, predicted, count) => `「${truth}」を「${predicted}」と答えた画像：${count}枚`,
    features: (truth, predicted, count) => `「${truth}」を「${predicted}」と答えた花：${count}輪`,
  },
  right: {
    images: (name, count) => `「${name}」と正しく答えた画像：${count}枚（自信のない順）`,
    features: (name, count) => `「${name}」と正しく答えた花：${count}輪（自信のない順）`,
  },
  none: { images: 'そのような画像はありません。', features: 'そのような花はありません。' },
  most: {
    images: (count) => `はじめの${count}枚を表示しています。`,
    features: (count) => `はじめの${count}輪を表示しています。`,
  },
  every: 'すべての間違い',
  example: (truth, predicted) => `正解は「${truth}」、答えは「${predicted}」`,
  examining: 'テストデータに答えています…',
  rests: '答えのよりどころ',
  about: '調べるクラス',
  saysClass: (name) => `「${name}」（答え）`,
  trueClass: (name) => `「${name}」（正解）`,
  working: '隠したり、微分したり、比べたりしています…',
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
  levelled: {
    title: '測定値を1つだけ平均にする',
    label: (name) => `測定値を1つずつ平均にしたときの「${name}」の確率`,
    before: (name, share) => `いまの測定値では、「${name}」の確率は${share}です。`,
    feature: '測定値',
    distance: '平均との差',
    after: '平均にすると',
    from: (distance, above) => `${above ? '+' : '−'}${distance}`,
    does: '測定値を1つずつ訓練用の花の平均に置き換え、そのたびに答えさせます。確率が下がれば、その測定値は答えを支えていました。上がれば、答えに逆らっていました。',
    doesNot:
      '2つの測定値が組になって果たす役割。花弁が長いのに極端に細い花は、実際にはまず咲きません。また、もともと平均に近い測定値は、何もしていないように見えます。',
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
  slopes: {
    title: '各測定値に沿った傾き',
    label: (name) => `各測定値に沿った「${name}」のロジットの傾き`,
    unit: '1\u00a0cmあたり',
    does: (name) =>
      `「${name}」のロジットを各測定値で微分した値です。その測定値だけを少し長くしたときに、ロジットがどれだけの勢いで増えるかを表します。`,
    doesNot:
      'どの測定値が答えを決めたのか。ごく小さな変化についての値なので、ReLUを使うネットワークでは、1\u00a0mm先で傾きが変わることもあります。',
  },
  neighbours: {
    title: { images: '最も近い訓練画像', features: '最も近い訓練用の花' },
    label: {
      images: 'ネットワークにとって最も似ている訓練画像',
      features: 'ネットワークにとって最も似ている訓練用の花',
    },
    class: 'クラス',
    measured: (name, unit) => `${name}（${unit}）`,
    distance: '距離',
    one: (name, distance) => `「${name}」、距離${distance}`,
    counts: {
      images: (list, count) => `${count}枚の内訳：${list}`,
      features: (list, count) => `${count}輪の内訳：${list}`,
    },
    count: {
      images: (name, count) => `「${name}」${count}枚`,
      features: (name, count) => `「${name}」${count}輪`,
    },
    comma: '、',
    does: {
      images: (among) =>
        `はじめの訓練画像${among}枚のうち、最後の隠れ層の値がこの画像に最も近いものです。そこで近い画像どうしは、同じように判断されることが多いです。`,
      features: (among) =>
        `訓練用の花${among}輪のうち、最後の隠れ層の値がこの花に最も近いものです。そこで近い花どうしは、同じように判断されることが多いです。`,
    },
    doesNot: {
      images:
        'どの画像から答えを学んだのか。ネットワークは画像を1枚も保存しておらず、ほかの画像から同じ重みができた可能性もあります。',
      features:
        'どの花から答えを学んだのか。ネットワークは花を1つも保存しておらず、ほかの花から同じ重みができた可能性もあります。',
    },
  },
  means: 'わかること：',
  meansNot: 'わからないこと：',
};

export const words: Localized<WhyWords> = { en, ja };
