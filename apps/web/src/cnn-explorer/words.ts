/** @file Every text of the explorer, in both languages. */
import type { ActivationName } from '@manabi/models';
import type { Localized } from '../i18n/language.svelte.js';

/** Curves of the activation functions, for x and y in [-1.2, 1.2], y upwards negative. */
const curves: Readonly<Record<ActivationName, string>> = {
  linear: 'M-1.1 1.1L1.1 -1.1',
  relu: 'M-1.1 0L0 0L1.1 -1.1',
  sigmoid: 'M-1.1 -0.05C-0.3 -0.1 -0.3 -0.9 1.1 -0.95',
  tanh: 'M-1.1 0.9C-0.3 0.9 0.3 -0.9 1.1 -0.9',
  softmax: 'M-1.1 1.1L1.1 -1.1',
};

const en = {
  title: 'CNN explorer',
  intro:
    'A convolutional network, from the image to the answer. Point at a map to see what feeds it, click it to open its layer, click a cell to see the sum behind one number.',
  curves,
  activations: {
    linear: 'linear',
    relu: 'ReLU',
    sigmoid: 'sigmoid',
    tanh: 'tanh',
    softmax: 'softmax',
  } satisfies Record<ActivationName, string>,
  networkLabel: 'Network',
  networks: { small: 'Small CNN', vgg: 'Tiny VGG', lecture: 'The lecture’s CNN', run: 'Your run' },
  about: {
    small: 'Two convolutions of 8 filters, trained here and now on 4,000 drawn digits.',
    vgg: 'CNN Explainer’s layers (four convolutions of 10 filters), trained here and now on drawn digits of 28×28 grey pixels instead of colour photos of 64×64.',
    lecture:
      'Convolutions of 32 and 64 filters, pooling, dropout and 128 neurons, trained here and now on 2,000 drawn digits; this takes a little longer.',
  },
  aboutRun: (name: string) => `Your run “${name}”, trained in the lab.`,
  status: {
    preparing: 'The worker draws digits and first weights…',
    training: (epoch: number, epochs: number, accuracy: string) =>
      `Learning in this browser: epoch ${epoch} of ${epochs}, ${accuracy} right so far. What you see is the network of this moment.`,
    done: (accuracy: string, count: string) =>
      `Trained. On ${count} test images it is right ${accuracy} of the time.`,
    paused: (epoch: number) => `Your run as it was left, after epoch ${epoch}.`,
    missingRun: 'This browser does not keep that run. Choose one of the networks.',
    noData:
      'The images that this run learnt from are not here, but its weights are: draw an image or open a file.',
    noImages:
      'This run does not read images, so there are no feature maps to see. The network visualiser shows such networks.',
    again: 'Train again',
  },
  range: {
    label: 'Colour range',
    options: { map: 'per map', layer: 'per layer', all: 'all layers' },
    saying: {
      map: 'Each map uses all colours: weak maps look as strong as others.',
      layer: 'The maps of a layer can be compared with each other.',
      all: 'All layers can be compared; early layers may look pale.',
    },
  },
  legend: {
    label: 'Colours',
    input: 'input',
    activation: 'activation',
    weight: 'weight',
    logit: 'logit',
    probability: 'probability',
  },
  input: {
    title: 'Image',
    kind: 'Image from',
    kinds: { test: 'Test images', drawing: 'Drawing', file: 'File' },
    offer: 'Show',
    all: 'all',
    wrong: 'wrong answers',
    className: (name: string) => `class ${name}`,
    example: (label: string, answer: string) =>
      answer === '' ? `Test image of ${label}` : `Test image of ${label}, read as ${answer}`,
    noneWrong: 'None of the test images is answered wrongly.',
    unknownYet: 'Wrong answers are known once the network is trained.',
    file: 'A picture from this device',
    privacy: 'It stays on this device.',
    fitted: (rows: number, columns: number, inverted: boolean) =>
      `Fitted to ${columns}×${rows} pixels${inverted ? ', dark and bright exchanged, because digits here are bright on dark' : ''}.`,
    unreadable: (name: string) => `${name} is not a picture that this browser can read.`,
    answer: (answer: string, share: string) => `The network says ${answer} (${share}).`,
    truth: (name: string) => `The image shows ${name}.`,
    empty: 'Draw something, and the maps follow.',
  },
  overview: {
    title: 'All layers',
    pointing:
      'Point at a map, or walk with the arrow keys: what feeds it is outlined. Click or Enter opens it.',
    feeds: (name: string, count: number) =>
      count === 1 ? `${name}: fed by one map.` : `${name}: fed by ${count} maps or units.`,
    source: (name: string) => `${name}: the image, as numbers.`,
  },
  crumbs: { label: 'Where you are', overview: 'All layers', back: 'Escape goes back one level.' },
  cellName: (row: number, column: number) => `cell (${row}, ${column})`,
  mapOf: (layer: string, map: number) => `${layer}, map ${map}`,
  unitOf: (layer: string, unit: number | string) => `${layer}, unit ${unit}`,
  neighbours: (layer: string) => `Maps of ${layer}`,
  boardKeys: 'Arrow keys move from cell to cell, Enter opens one.',
  cellIs: (row: number, column: number, value: string) => `row ${row}, column ${column}: ${value}`,
  walk: {
    place: (row: number, column: number, place: number, count: number) =>
      `row ${row}, column ${column} (${place} of ${count})`,
    back: 'Back',
    next: 'Next',
    play: 'Play',
    pause: 'Pause',
  },
  convolution: {
    saying: (layer: string, map: number, channels: number, kernel: string) =>
      channels === 1
        ? `Map ${map} of ${layer}: the input is convolved with one ${kernel} kernel, the bias is added, and the activation decides what goes on.`
        : `Map ${map} of ${layer}: each of the ${channels} input maps is convolved with a ${kernel} kernel of its own. The ${channels} results are added cell by cell, then the bias, and the activation decides what goes on.`,
    parts: (channels: number): string =>
      channels === 1
        ? 'The input, its kernel and their convolution'
        : 'Each input map, its kernel and what it adds',
    partLabel: (source: string, channel: number) =>
      `${source}, map ${channel}: watch its kernel slide`,
    sumOf: (channels: number) => (channels === 1 ? 'convolution' : `sum of ${channels} maps`),
    bias: 'bias',
    result: 'Result',
    resultLabel: (layer: string, map: number) => `${layer}, map ${map}`,
    openCell: 'Click a cell to see the sum behind its number.',
    cellSaying: (layer: string, map: number, row: number, column: number, channels: number) =>
      channels === 1
        ? `Row ${row}, column ${column} of ${layer}, map ${map}: the numbers under the window, times the kernel.`
        : `Row ${row}, column ${column} of ${layer}, map ${map}: the same window lies over all ${channels} input maps. Below is one of them; choose another further down.`,
    inputMap: (source: string, channel: number) => `${source}, map ${channel}`,
    window: 'under the window',
    kernel: 'kernel',
    products: 'products',
    together: 'together',
    channels: (count: number) =>
      count === 1 ? 'With the bias' : `What each of the ${count} input maps adds`,
    channelIs: (source: string, channel: number, sum: string) =>
      `${source}, map ${channel} adds ${sum}`,
  },
  pooling: {
    saying: (mean: boolean, layer: string, map: number, window: string, source: string) =>
      `Map ${map} of ${layer}: of each ${window} window of map ${map} of ${source}, ${mean ? 'the mean' : 'the largest number'} is kept. Nothing is learnt here.`,
    window: 'under the window',
    openCell: 'Click a cell to see the numbers.',
    size: (rows: number, columns: number, outRows: number, outColumns: number) =>
      `${rows}×${columns} = ${rows * columns} numbers become ${outRows}×${outColumns} = ${outRows * outColumns}.`,
  },
  dropout: {
    answering: (layer: string) =>
      `${layer} does nothing while the network answers: every number goes on as it is.`,
    training: (rate: number, factor: string) =>
      `While it learns, each step sets a random ${Math.round(100 * rate)}% to zero and multiplies the others by ${factor}, so that no unit can rely on a single other one.`,
    step: 'Training step',
    dropped: (dropped: number, count: number) =>
      `In this step ${dropped} of ${count} numbers are zero.`,
    before: 'While answering',
    after: 'In this step of training',
  },
  flatten: {
    saying: (shape: string, count: number) =>
      `${shape} numbers are laid out in one row of ${count}: row by row, column by column, and at each cell the maps one after another. Only the order is fixed; no number changes.`,
    row: 'Row',
    column: 'Column',
    map: 'Map',
    index: 'Index',
    maps: (layer: string) => `Maps of ${layer}`,
    row1: (count: number) => `The row of ${count} numbers`,
    folded: (width: number) => `Folded after every ${width} numbers, as text is, to fit the page.`,
  },
  dense: {
    saying: (layer: string, unit: string, count: number) =>
      `Unit ${unit} of ${layer} weights all ${count} numbers before it, adds them up and adds its bias.`,
    place: (layer: string, map: number, row: number, column: number) =>
      `${layer}, map ${map} (${row}, ${column})`,
    sources: (layer: string) => `What comes in from ${layer}`,
    weights: 'The weights of this unit, in the same places',
    pointing: 'Point at a pixel or at a term: the other lights up.',
    strongest: (count: number, all: number) =>
      count === all ? `All ${all} terms` : `The ${count} strongest of ${all} terms`,
    source: 'from',
    input: 'input',
    weight: 'weight',
    product: 'product',
    others: (count: number) => `the other ${count} together`,
    bias: 'bias',
    sum: 'sum',
    more: 'More',
    all: (count: number) => `All ${count}`,
    fewer: 'Only the strongest',
    isLogit: (name: string) => `The sum is the logit of ${name}:`,
  },
  softmax: {
    saying: (name: string) =>
      `e is raised to each logit, so that all become positive; the share of ${name} is its part of their sum.`,
    formula: 'Softmax as a fraction',
    class: 'class',
    logit: 'logit',
    exponential: 'e^logit',
    probability: 'probability',
    sum: 'sum',
  },
  inputView: {
    saying: (rows: number, columns: number, channels: number) =>
      `The image as the network reads it: ${rows}×${columns}${channels === 1 ? '' : `×${channels}`} numbers.`,
    byte: (byte: number, value: string) => `${byte} of 255 → ${value}`,
  },
  activationView: {
    saying: (layer: string, activation: string) =>
      `${layer} sends each number through ${activation}, one by one.`,
  },
};

export type ExplorerWords = typeof en;

const ja: ExplorerWords = {
  title: 'CNNエクスプローラー',
  intro:
    '画像から答えまで、畳み込みニューラルネットワークの中をのぞきます。マップを指すとその入力元が、クリックすると層の中身が、さらにマスをクリックすると1つの数値のもとになる和が見えます。',
  curves,
  activations: {
    linear: '線形',
    relu: 'ReLU',
    sigmoid: 'シグモイド',
    tanh: 'tanh',
    softmax: 'ソフトマックス',
  },
  networkLabel: 'ネットワーク',
  networks: { small: '小さなCNN', vgg: 'Tiny VGG', lecture: '講義のCNN', run: '自分の学習結果' },
  about: {
    small: 'フィルター8枚の畳み込みが2層。合成した手書き数字4,000枚で、今ここで学習します。',
    vgg: 'CNN Explainerと同じ層（フィルター10枚の畳み込みが4層）です。64×64のカラー写真ではなく、合成した手書き数字（28×28画素、白黒）で、今ここで学習します。',
    lecture:
      'フィルター32枚と64枚の畳み込み、プーリング、ドロップアウト、128個のニューロン。合成した手書き数字2,000枚で、今ここで学習します。少し時間がかかります。',
  },
  aboutRun: (name) => `ラボで訓練した「${name}」です。`,
  status: {
    preparing: '数字の画像と最初の重みを用意しています…',
    training: (epoch, epochs, accuracy) =>
      `このブラウザで学習中です。エポック${epoch}/${epochs}、ここまでの正解率は${accuracy}。見えているのは、今この時点のネットワークです。`,
    done: (accuracy, count) =>
      `学習が終わりました。テスト画像${count}枚での正解率は${accuracy}です。`,
    paused: (epoch) => `エポック${epoch}まで学習した結果です。`,
    missingRun: 'その学習結果はこのブラウザに保存されていません。ネットワークを選んでください。',
    noData:
      'この学習に使った画像がここにありません。重みは残っているので、画像を描くか、ファイルを開いて調べられます。',
    noImages:
      'この学習結果は画像を入力としないので、特徴マップがありません。ネットワーク可視化のページで見られます。',
    again: 'もう一度学習する',
  },
  range: {
    label: '色の範囲',
    options: { map: 'マップごと', layer: '層ごと', all: '全体' },
    saying: {
      map: 'マップごとにすべての色を使います。弱いマップも強く見えます。',
      layer: '同じ層のマップどうしを比べられます。',
      all: 'すべての層を比べられます。前のほうの層は薄く見えることがあります。',
    },
  },
  legend: {
    label: '色の意味',
    input: '入力',
    activation: '活性',
    weight: '重み',
    logit: 'ロジット',
    probability: '確率',
  },
  input: {
    title: '画像',
    kind: '画像の種類',
    kinds: { test: 'テスト画像', drawing: '手書き', file: 'ファイル' },
    offer: '表示',
    all: 'すべて',
    wrong: '不正解のもの',
    className: (name) => `クラス${name}`,
    example: (label, answer) =>
      answer === '' ? `「${label}」のテスト画像` : `「${label}」のテスト画像、答えは「${answer}」`,
    noneWrong: '不正解のテスト画像はありません。',
    unknownYet: '不正解の画像は、学習が終わるとわかります。',
    file: 'この端末の画像',
    privacy: '画像は端末の外に送られません。',
    fitted: (rows, columns, inverted) =>
      `${columns}×${rows}画素に縮めました${inverted ? '。ここの数字は暗い地に明るい線なので、明暗を反転しました' : ''}。`,
    unreadable: (name) => `${name}は、このブラウザで読める画像ではありません。`,
    answer: (answer, share) => `ネットワークの答えは「${answer}」（${share}）です。`,
    truth: (name) => `正解は「${name}」です。`,
    empty: '何か描くと、マップが変わります。',
  },
  overview: {
    title: 'すべての層',
    pointing:
      'マップを指すか矢印キーで移動すると、その入力元が枠で示されます。クリックかEnterで開きます。',
    feeds: (name, count) =>
      count === 1 ? `${name}：入力元は1枚です。` : `${name}：入力元は${count}個です。`,
    source: (name) => `${name}：数値になった画像です。`,
  },
  crumbs: { label: '現在の位置', overview: 'すべての層', back: 'Escキーで1つ前に戻ります。' },
  cellName: (row, column) => `マス（${row}, ${column}）`,
  mapOf: (layer, map) => `${layer}のマップ${map}`,
  unitOf: (layer, unit) => `${layer}のニューロン${unit}`,
  neighbours: (layer) => `${layer}のマップ`,
  boardKeys: '矢印キーでマスを移動し、Enterで開きます。',
  cellIs: (row, column, value) => `${row}行${column}列：${value}`,
  walk: {
    place: (row, column, place, count) => `${row}行${column}列（${place}/${count}）`,
    back: '戻る',
    next: '次へ',
    play: '再生',
    pause: '一時停止',
  },
  convolution: {
    saying: (layer, map, channels, kernel) =>
      channels === 1
        ? `${layer}のマップ${map}：入力を${kernel}のカーネル1枚で畳み込み、バイアスを足します。そのあと活性化関数が、先へ送る値を決めます。`
        : `${layer}のマップ${map}：${channels}枚の入力マップを、それぞれ専用の${kernel}のカーネルで畳み込みます。${channels}枚の結果をマスごとに足し、バイアスを足します。そのあと活性化関数が、先へ送る値を決めます。`,
    parts: (channels) =>
      channels === 1
        ? '入力とカーネルと、その畳み込み'
        : '入力マップとカーネルと、それぞれが足す分',
    partLabel: (source, channel) => `${source}のマップ${channel}：カーネルがすべる様子を見る`,
    sumOf: (channels) => (channels === 1 ? '畳み込み' : `${channels}枚の和`),
    bias: 'バイアス',
    result: '結果',
    resultLabel: (layer, map) => `${layer}のマップ${map}`,
    openCell: 'マスをクリックすると、その数値のもとになる和が見えます。',
    cellSaying: (layer, map, row, column, channels) =>
      channels === 1
        ? `${layer}のマップ${map}、${row}行${column}列：窓の下の数値に、カーネルを掛けます。`
        : `${layer}のマップ${map}、${row}行${column}列：${channels}枚の入力マップすべての同じ場所に窓を置きます。ここに見えるのはそのうちの1枚で、下で選び直せます。`,
    inputMap: (source, channel) => `${source}のマップ${channel}`,
    window: '窓の下の数値',
    kernel: 'カーネル',
    products: '積',
    together: '合計',
    channels: (count) =>
      count === 1 ? 'バイアスを足すと' : `${count}枚の入力マップがそれぞれ足す分`,
    channelIs: (source, channel, sum) => `${source}のマップ${channel}が足す分は${sum}`,
  },
  pooling: {
    saying: (mean, layer, map, window, source) =>
      `${layer}のマップ${map}：${source}のマップ${map}を${window}の窓に区切り、それぞれの${mean ? '平均' : '最大値'}だけを残します。ここでは何も学習しません。`,
    window: '窓の下の数値',
    openCell: 'マスをクリックすると、数値が見えます。',
    size: (rows, columns, outRows, outColumns) =>
      `${rows}×${columns}＝${rows * columns}個の数値が、${outRows}×${outColumns}＝${outRows * outColumns}個になります。`,
  },
  dropout: {
    answering: (layer) => `答えるとき、${layer}は何もしません。どの数値もそのまま先へ進みます。`,
    training: (rate, factor) =>
      `学習中は、1ステップごとにランダムに選んだ${Math.round(100 * rate)}%を0にし、残りを${factor}倍します。どのニューロンも、特定の1つだけに頼れなくなります。`,
    step: '学習のステップ',
    dropped: (dropped, count) => `このステップでは、${count}個のうち${dropped}個が0です。`,
    before: '答えるとき',
    after: '学習中のこのステップ',
  },
  flatten: {
    saying: (shape, count) =>
      `${shape}個の数値を、1列に${count}個並べます。行ごと、列ごとに進み、1つのマスではマップを順に並べます。決まるのは順番だけで、数値は変わりません。`,
    row: '行',
    column: '列',
    map: 'マップ',
    index: '番号',
    maps: (layer) => `${layer}のマップ`,
    row1: (count) => `1列に並べた${count}個の数値`,
    folded: (width) => `ページに収まるように、文章のように${width}個ごとに折り返しています。`,
  },
  dense: {
    saying: (layer, unit, count) =>
      `${layer}のニューロン${unit}は、前の${count}個の数値すべてに重みを掛けて足し、バイアスを足します。`,
    place: (layer, map, row, column) => `${layer}のマップ${map}（${row}, ${column}）`,
    sources: (layer) => `${layer}からの入力`,
    weights: '同じ場所に並べた、このニューロンの重み',
    pointing: '画素か項を指すと、対応するほうも光ります。',
    strongest: (count, all) =>
      count === all ? `すべての項（${all}個）` : `${all}個のうち、影響の大きい${count}個の項`,
    source: '入力元',
    input: '入力',
    weight: '重み',
    product: '積',
    others: (count) => `残り${count}個の合計`,
    bias: 'バイアス',
    sum: '和',
    more: 'もっと表示',
    all: (count) => `${count}個すべて`,
    fewer: '影響の大きいものだけ',
    isLogit: (name) => `この和が「${name}」のロジットです：`,
  },
  softmax: {
    saying: (name) =>
      `eをそれぞれのロジットで累乗すると、すべて正の数になります。「${name}」の確率は、その合計に占める割合です。`,
    formula: 'ソフトマックスの分数',
    class: 'クラス',
    logit: 'ロジット',
    exponential: 'e^ロジット',
    probability: '確率',
    sum: '合計',
  },
  inputView: {
    saying: (rows, columns, channels) =>
      `ネットワークが読む画像：${rows}×${columns}${channels === 1 ? '' : `×${channels}`}個の数値です。`,
    byte: (byte, value) => `255のうち${byte} → ${value}`,
  },
  activationView: {
    saying: (layer, activation) => `${layer}は、数値を1つずつ${activation}に通します。`,
  },
};

export const words: Localized<ExplorerWords> = { en, ja };
