/** @file The texts of the look pane. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { PreparationKind } from './own-image.js';
import type { PreparationStepsWords } from './preparation-steps-scene.js';

export interface LookWords {
  readonly title: string;
  readonly nothing: string;
  readonly toTraining: string;
  readonly judging: string;
  readonly again: string;
  readonly moment: string;
  /** Of the first weights, which nothing has been learned by. */
  readonly untrained: string;
  readonly now: string;
  readonly past: string;
  readonly failed: string;
  readonly accuracy: string;
  readonly loss: string;
  readonly examples: string;
  readonly summary: (right: string, total: string) => string;
  readonly lossNote: string;
  readonly confusion: {
    readonly title: string;
    readonly show: string;
    readonly shows: { readonly counts: string; readonly rows: string };
    readonly hint: string;
  };
  readonly list: {
    readonly title: string;
    readonly filter: string;
    readonly filters: Readonly<Record<'mistakes' | 'right' | 'all', string>>;
    readonly cell: (truth: string, predicted: string) => string;
    readonly order: string;
    readonly orders: Readonly<Record<'worst' | 'index', string>>;
    readonly count: (count: string) => string;
    readonly none: string;
    readonly noneHere: string;
    readonly tile: (number: string, truth: string, predicted: string, confidence: string) => string;
    /** The same beside what the network says. */
    readonly brief: (number: string, truth: string | undefined, confidence: string) => string;
    readonly choose: string;
    readonly bars: (number: string) => string;
    readonly loss: (probability: string, loss: string) => string;
  };
  readonly classes: { readonly title: string; readonly order: string; readonly note: string };
  readonly orders: Readonly<Record<'class' | 'f1', string>>;
  readonly own: {
    readonly title: string;
    readonly titleFeatures: string;
    readonly how: string;
    readonly ways: Readonly<Record<'draw' | 'upload', string>>;
    readonly upload: string;
    readonly privacy: string;
    readonly preparing: string;
    readonly answer: string;
    readonly nothing: string;
    readonly nothingUploaded: string;
    readonly unreadable: (file: string) => string;
    readonly huge: (file: string) => string;
    readonly blank: string;
    readonly steps: string;
    readonly inverted: string;
    readonly kinds: Readonly<Record<PreparationKind, string>>;
    readonly scene: PreparationStepsWords;
    readonly features: string;
    readonly example: string;
  };
  readonly confidence: {
    readonly title: string;
    readonly is: string;
    readonly isNot: readonly string[];
  };
}

export const lookWords: Localized<LookWords> = {
  en: {
    title: 'Look',
    nothing: 'There is no trained network yet. Train one, and look at what it can do here.',
    toTraining: 'To the training',
    judging: 'The network answers the test…',
    again: 'Judge again',
    moment: 'The network is still learning: these figures are of one moment.',
    untrained: 'It has learnt nothing yet: its first weights are random, and so are its answers.',
    now: 'now, as it learns',
    past: 'All that is below was answered by the network of this moment, your own example too.',
    failed: 'The test could not be carried out.',
    accuracy: 'Test accuracy',
    loss: 'Test loss',
    examples: 'Test examples',
    summary: (right, total) =>
      `It got ${right} of ${total} examples right that it had never learnt from.`,
    lossNote:
      'The loss also counts how sure it was: a wrong answer given with certainty costs the most.',
    confusion: {
      title: 'What is taken for what',
      show: 'Numbers',
      shows: { counts: 'examples', rows: 'percent of the class' },
      hint: 'Press a cell to see its examples.',
    },
    list: {
      title: 'Example by example',
      filter: 'Show',
      filters: { mistakes: 'mistakes', right: 'right answers', all: 'all' },
      cell: (truth, predicted) =>
        truth === predicted ? `“${truth}”, recognised` : `“${truth}” taken for “${predicted}”`,
      order: 'Order',
      orders: { worst: 'worst first', index: 'as in the data' },
      count: (count) => (count === '1' ? '1 example' : `${count} examples`),
      none: 'Not a single mistake. Show the right answers, worst first, to see the close calls.',
      noneHere: 'No example here.',
      tile: (number, truth, predicted, confidence) =>
        truth === predicted
          ? `Example ${number}: ${truth}, recognised, confidence ${confidence}`
          : `Example ${number}: ${truth}, taken for ${predicted}, confidence ${confidence}`,
      brief: (number, truth, confidence) =>
        [`Example ${number}`, ...(truth === undefined ? [] : [`true: ${truth}`]), confidence].join(
          ' · ',
        ),
      choose: 'Choose an example to see every probability.',
      bars: (number) => `What the network says of example ${number}`,
      loss: (probability, loss) =>
        `The true class got ${probability}. The loss of this example is −ln of that: ${loss}.`,
    },
    classes: {
      title: 'Class by class',
      order: 'Order',
      note: 'Precision: the share of its answers for this class that are right. Recall: the share of this class that it found. F1 balances the two.',
    },
    orders: { class: 'by class', f1: 'weakest first' },
    own: {
      title: 'Try it with an image of your own',
      titleFeatures: 'Try it with measurements of your own',
      how: 'From',
      ways: { draw: 'Draw', upload: 'Image file' },
      upload: 'Choose an image…',
      privacy: 'The image stays in this page.',
      preparing: 'Reading the image…',
      answer: 'What the network says',
      nothing: 'Draw something, and the bars will move.',
      nothingUploaded: 'Choose a PNG or JPEG image.',
      unreadable: (file) => `${file} is no PNG or JPEG that can be read.`,
      huge: (file) => `${file} has too many pixels. Make it smaller first.`,
      blank: 'There is nothing to see in this image.',
      steps: 'What the network gets',
      inverted: 'Dark ink on light paper was turned into light on dark, as in the data.',
      kinds: {
        digit:
          'Cropped to the ink, fitted into 20×20 pixels, and moved until the centre of mass (the cross) is in the middle of 28×28: as MNIST was made.',
        fit: 'Cropped to what is there and fitted into the whole square, as this data was made.',
        stretch: 'Brought to the size and colours of the data.',
      },
      scene: {
        title: 'From your image to what the network gets',
        original: 'Your image',
        cropped: 'Cropped',
        prepared: (size) => `Prepared, ${size}`,
        crop: 'The part that is kept',
        place: 'Where it lies',
        mass: 'Centre of mass',
        row: 'Row',
      },
      features: 'Centimetres',
      example: 'Start from',
    },
    confidence: {
      title: 'What “confidence” means, and what it does not',
      is: 'The bars are the outputs of softmax: numbers from 0 to 1 that add up to 1. The highest is the answer, and its height is called confidence.',
      isNot: [
        'It is no promise: among answers given with 99% there are wrong ones. Look for them above, worst first.',
        'It compares only the classes the network knows. Draw a house, and it still divides 100% among them.',
        'More training makes it bolder, not only better: it can be surer of the same mistakes.',
      ],
    },
  },
  ja: {
    title: '調べる',
    nothing: 'まだ訓練したネットワークがありません。訓練すると、ここでその実力を調べられます。',
    toTraining: '訓練へ',
    judging: 'ネットワークがテストに答えています…',
    again: 'もう一度調べる',
    moment: '学習の途中です。表示しているのは、ある時点での成績です。',
    untrained: 'まだ何も学習していません。最初の重みは乱数なので、答えも当てになりません。',
    now: '現在（学習中）',
    past: '以下はすべて、この時点のネットワークが答えたものです。自分で用意した例への答えも同じです。',
    failed: 'テストを行えませんでした。',
    accuracy: 'テストの正解率',
    loss: 'テストの損失',
    examples: 'テストの件数',
    summary: (right, total) => `学習に使っていない${total}件のうち、${right}件に正しく答えました。`,
    lossNote:
      '損失には、答えにどれだけ自信があったかも表れます。自信をもって間違えるほど、大きくなります。',
    confusion: {
      title: '何を何と答えたか（混同行列）',
      show: '数値',
      shows: { counts: '件数', rows: 'クラスごとの割合' },
      hint: 'マスを押すと、その例が表示されます。',
    },
    list: {
      title: '1件ずつ見る',
      filter: '表示',
      filters: { mistakes: '間違い', right: '正解', all: 'すべて' },
      cell: (truth, predicted) =>
        truth === predicted
          ? `「${truth}」を正しく答えた例`
          : `「${truth}」を「${predicted}」と答えた例`,
      order: '順序',
      orders: { worst: 'ひどい順', index: 'データの順' },
      count: (count) => `${count}件`,
      none: '間違いは1件もありません。「正解」をひどい順に並べると、きわどかった例が見られます。',
      noneHere: 'ここに当てはまる例はありません。',
      tile: (number, truth, predicted, confidence) =>
        truth === predicted
          ? `${number}番：${truth}、正解、確信度${confidence}`
          : `${number}番：${truth}を${predicted}と回答、確信度${confidence}`,
      brief: (number, truth, confidence) =>
        [`${number}番`, ...(truth === undefined ? [] : [`正解：${truth}`]), confidence].join('・'),
      choose: '例を選ぶと、すべての確率が見られます。',
      bars: (number) => `${number}番に対するネットワークの答え`,
      loss: (probability, loss) =>
        `正解のクラスの確率は${probability}です。その−ln（自然対数にマイナスを付けたもの）がこの例の損失で、${loss}になります。`,
    },
    classes: {
      title: 'クラスごとの成績',
      order: '順序',
      note: '適合率は「そうだと答えたもの」のうち本当にそうだった割合、再現率は「本当にそうであるもの」のうち見つけられた割合です。F1値は両方のつり合いを表します。',
    },
    orders: { class: 'クラスの順', f1: '苦手な順' },
    own: {
      title: '自分の画像で試す',
      titleFeatures: '自分で決めた測定値で試す',
      how: '方法',
      ways: { draw: '描く', upload: '画像ファイル' },
      upload: '画像を選ぶ…',
      privacy: '画像はこのページの中だけで扱います。',
      preparing: '画像を読み込んでいます…',
      answer: 'ネットワークの答え',
      nothing: '何か描くと、棒が動きます。',
      nothingUploaded: 'PNGかJPEGの画像を選んでください。',
      unreadable: (file) => `${file}は、PNGやJPEGの画像として読み込めません。`,
      huge: (file) => `${file}は画素が多すぎます。先に小さくしてください。`,
      blank: 'この画像には何も写っていません。',
      steps: 'ネットワークに渡されるもの',
      inverted: '明るい紙に暗い線だったので、データと同じように明暗を反転しました。',
      kinds: {
        digit:
          '線の部分を切り抜いて20×20画素に収め、重心（十字）が28×28の中央に来るように動かします。MNISTと同じ前処理です。',
        fit: '写っている部分を切り抜いて、全体いっぱいに収めます。このデータと同じ前処理です。',
        stretch: 'データと同じ大きさと色にそろえます。',
      },
      scene: {
        title: '自分の画像がネットワークに渡されるまで',
        original: '元の画像',
        cropped: '切り抜き',
        prepared: (size) => `前処理後 ${size}`,
        crop: '残す部分',
        place: '置いた場所',
        mass: '重心',
        row: '行',
      },
      features: 'センチメートル',
      example: '出発点',
    },
    confidence: {
      title: '確信度は何を意味するか',
      is: '棒はソフトマックスの出力で、0から1までの、合計すると1になる数値です。最も高いものが答えになり、その高さを確信度と呼びます。',
      isNot: [
        '保証ではありません。99%の確信度で間違えることもあります。上の一覧を「ひどい順」にして探してみましょう。',
        '比べているのは、ネットワークが知っているクラスだけです。家の絵を描いても、100%をそのクラスに割り振ります。',
        '学習を続けると、正確になるだけでなく強気にもなります。同じ間違いを、もっと自信をもって答えることがあります。',
      ],
    },
  },
};
