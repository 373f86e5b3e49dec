/** @file The short texts of this lesson; the long ones are in the Markdown beside it. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { QuestionText } from '../../lesson/question-text.js';
import type { KernelName } from './kernels.js';

export interface ConvolutionWords {
  readonly reset: string;
  readonly weightOf: (row: number, column: number) => string;
  readonly dense: {
    readonly title: string;
    readonly width: string;
    readonly height: string;
    readonly neurons: string;
    readonly color: string;
    readonly colors: Readonly<Record<'grey' | 'rgb', string>>;
    readonly inputs: string;
    readonly denseLayer: string;
    readonly convolutionLayer: string;
    readonly finding: (times: string) => string;
  };
  readonly step: {
    readonly title: string;
    readonly image: string;
    readonly pixelOf: (row: number, column: number, value: number) => string;
    readonly kernel: string;
    readonly stride: string;
    readonly padding: string;
    readonly paddings: Readonly<Record<'valid' | 'same', string>>;
    readonly size: (columns: number, rows: number) => string;
    readonly position: (step: number, count: number, row: number, column: number) => string;
    readonly back: string;
    readonly next: string;
    readonly play: string;
    readonly pause: string;
  };
  readonly challenge: {
    readonly goal: string;
    readonly praise: string;
    readonly hint: string;
    readonly state: (even: string, horizontal: string, vertical: string) => string;
    readonly comma: string;
  };
  readonly picture: {
    readonly title: string;
    readonly image: string;
    readonly pictures: Readonly<Record<'digit' | 'shapes' | 'own', string>>;
    readonly file: string;
    readonly privacy: string;
    readonly unreadable: (file: string) => string;
    readonly kernel: string;
    readonly kernels: Readonly<Record<KernelName, string>>;
    readonly saying: Readonly<Record<KernelName, string>>;
    readonly ownKernel: string;
    readonly weights: string;
    readonly weightOf: (row: number, column: number) => string;
    readonly divisor: string;
    readonly row: string;
    readonly column: string;
    readonly pointing: string;
    readonly colors: string;
    readonly scene: {
      readonly title: string;
      readonly image: string;
      readonly map: string;
      readonly smallest: string;
      readonly largest: string;
    };
  };
  readonly pooling: {
    readonly title: string;
    readonly input: string;
    readonly numberOf: (row: number, column: number) => string;
    readonly size: string;
    readonly kinds: Readonly<Record<'max' | 'average', string>>;
    readonly saying: Readonly<Record<'max' | 'average', string>>;
  };
  readonly sizeQuestion: QuestionText;
  readonly poolingQuestion: QuestionText;
}

export const words: Localized<ConvolutionWords> = {
  en: {
    reset: 'Reset the lesson',
    weightOf: (row, column) => `Kernel, row ${row}, column ${column}`,
    dense: {
      title: 'Parameters of a layer in front of an image',
      width: 'Width',
      height: 'Height',
      neurons: 'Neurons or kernels',
      color: 'Image',
      colors: { grey: 'Grey', rgb: 'Colour' },
      inputs: 'Inputs',
      denseLayer: 'Parameters of a dense layer',
      convolutionLayer: 'Parameters of as many 3×3 kernels',
      finding: (times) => `The dense layer has ${times} times as many parameters.`,
    },
    step: {
      title: 'A kernel sliding over an image',
      image: 'Image (press to change)',
      pixelOf: (row, column, value) => `row ${row}, column ${column}: ${value}`,
      kernel: 'Kernel',
      stride: 'Stride',
      padding: 'Padding',
      paddings: { valid: 'None (valid)', same: 'Zeros around (same)' },
      size: (columns, rows) => `The result has ${columns}×${rows} numbers.`,
      position: (step, count, row, column) =>
        `Window ${step} of ${count}: row ${row}, column ${column} of the result`,
      back: 'Back',
      next: 'Next',
      play: 'Play',
      pause: 'Pause',
    },
    challenge: {
      goal: 'Change the kernel above so that it answers only to vertical edges: 0 on even surfaces, 0 at horizontal edges, and something else where dark meets bright side by side.',
      praise:
        'Each row of your kernel adds up to 0, so whatever does not change from left to right cancels out. It compares left with right, and nothing else.',
      hint: 'On an even surface, and along a horizontal edge, the three pixels of a row are alike. What must the three weights of a row add up to, so that nothing is left?',
      state: (even, horizontal, vertical) =>
        `Now it answers ${even} on an even surface, ${horizontal} at a horizontal edge, ${vertical} at a vertical one.`,
      comma: ' and ',
    },
    picture: {
      title: 'Known kernels on a picture',
      image: 'Picture',
      pictures: { digit: 'Digit', shapes: 'Shapes', own: 'Your own' },
      file: 'A picture from this device',
      privacy:
        'It is shrunk to at most 64 pixels a side and turned to grey, in this page. It is sent nowhere, and a shared link does not carry it. Until you choose one, the digit stands in.',
      unreadable: (file) =>
        `${file} is not a picture that this browser can read. A PNG or JPEG file works.`,
      kernel: 'Kernel',
      kernels: {
        vertical: 'Vertical edges',
        horizontal: 'Horizontal edges',
        blur: 'Blur',
        sharpen: 'Sharpen',
        identity: 'Identity',
      },
      saying: {
        vertical: 'Right column minus left column: green where it gets brighter to the right.',
        horizontal: 'Bottom row minus top row: green where it gets brighter downwards.',
        blur: 'The mean of nine neighbours: details blend, even surfaces stay as they are.',
        sharpen: 'Five times the pixel minus its four neighbours: differences are exaggerated.',
        identity: 'Only the middle counts: the picture itself comes back, without its border.',
      },
      ownKernel: 'A kernel of your own.',
      weights: 'Weights of the kernel',
      weightOf: (row, column) => `Weight, row ${row}, column ${column}`,
      divisor: 'Divided by',
      row: 'Row',
      column: 'Column',
      pointing: 'Point at either picture, or set row and column.',
      colors: 'Green is above 0, brown below 0; the value furthest from 0 has the full colour.',
      scene: {
        title: 'A picture and its feature map',
        image: 'Picture',
        map: 'Feature map',
        smallest: 'Smallest',
        largest: 'Largest',
      },
    },
    pooling: {
      title: 'Pooling two by two',
      input: 'Numbers',
      numberOf: (row, column) => `Number, row ${row}, column ${column}`,
      size: '4×4 numbers become 2×2: a quarter of them.',
      kinds: { max: 'Max pooling', average: 'Average pooling' },
      saying: {
        max: 'Keeps the strongest answer, wherever in the window it was.',
        average: 'Keeps the mean: one strong answer among weak ones fades.',
      },
    },
    sizeQuestion: {
      prompt:
        'A 3×3 kernel slides over an image of 28×28, stride 1, without padding. How large is the result?',
      options: [
        {
          text: '28×28',
          why: 'That would need a ring of zeros around it. Choose “same” above and compare.',
        },
        {
          text: '26×26',
          why: 'The window has 28 − 3 + 1 = 26 places along each side.',
        },
        {
          text: '25×25',
          why: '28 − 3 is how often the window can move on; its first place counts too.',
        },
      ],
    },
    poolingQuestion: {
      prompt:
        'Max pooling, two by two, follows a feature map of 26×26. How many numbers are left, and how many weights does this pooling have to learn?',
      options: [
        {
          text: '338 numbers (26×13) and 4\u00A0weights.',
          why: 'Both sides are halved; and the maximum is a fixed rule, there is nothing to weigh.',
        },
        {
          text: '169 numbers (13×13) and 4\u00A0weights.',
          why: 'The size is right. But the maximum is a fixed rule, there is nothing to weigh.',
        },
        {
          text: '169 numbers (13×13) and no weights.',
          why: 'Each side is halved, so a quarter of 676 is left; and taking the largest needs no weights.',
        },
      ],
    },
  },
  ja: {
    reset: 'レッスンを最初の状態に戻す',
    weightOf: (row, column) => `カーネルの${row}行${column}列`,
    dense: {
      title: '画像を受け取る層のパラメータ数',
      width: '幅',
      height: '高さ',
      neurons: 'ニューロン・カーネルの数',
      color: '画像',
      colors: { grey: 'グレースケール', rgb: 'カラー' },
      inputs: '入力の数',
      denseLayer: '全結合層のパラメータ数',
      convolutionLayer: '同じ個数の3×3カーネルのパラメータ数',
      finding: (times) => `全結合層のパラメータは、畳み込みの${times}倍です。`,
    },
    step: {
      title: '画像の上をすべるカーネル',
      image: '画像（画素を押すと変わります）',
      pixelOf: (row, column, value) => `${row}行${column}列：${value}`,
      kernel: 'カーネル',
      stride: 'ストライド',
      padding: 'パディング',
      paddings: { valid: 'なし（valid）', same: '周りに0（same）' },
      size: (columns, rows) => `結果は${columns}×${rows}個の数値になります。`,
      position: (step, count, row, column) =>
        `${count}か所のうち${step}番目の窓（結果の${row}行${column}列）`,
      back: '戻る',
      next: '次へ',
      play: '再生',
      pause: '一時停止',
    },
    challenge: {
      goal: '上のカーネルを変えて、縦のエッジだけに反応するようにしてください。一様な面では0、横のエッジでも0、そして暗い部分と明るい部分が左右に並ぶところだけ、0以外の値になるようにします。',
      praise:
        'カーネルのどの行も、足すと0になっています。だから左右に変化のないところは打ち消し合います。左と右だけを比べるカーネルになりました。',
      hint: '一様な面でも、横のエッジに沿ったところでも、同じ行の3つの画素は同じ明るさです。打ち消し合うには、1つの行の3つの重みの合計はいくつであるべきでしょうか。',
      state: (even, horizontal, vertical) =>
        `今の値は、一様な面で${even}、横のエッジで${horizontal}、縦のエッジで${vertical}です。`,
      comma: 'と',
    },
    picture: {
      title: 'よく知られたカーネルを画像に使う',
      image: '画像',
      pictures: { digit: '数字', shapes: '図形', own: '自分の画像' },
      file: 'この端末にある画像',
      privacy:
        '画像はこのページの中で、1辺が最大64画素のグレースケールに縮小されます。どこにも送信されず、共有リンクにも含まれません。画像を選ぶまでは、数字を表示しています。',
      unreadable: (file) =>
        `${file}は、このブラウザで読める画像ではありません。PNGやJPEGのファイルを選んでください。`,
      kernel: 'カーネル',
      kernels: {
        vertical: '縦のエッジ',
        horizontal: '横のエッジ',
        blur: 'ぼかし',
        sharpen: '鮮鋭化',
        identity: '恒等（そのまま）',
      },
      saying: {
        vertical: '右の列から左の列を引きます。右に向かって明るくなるところが緑になります。',
        horizontal: '下の行から上の行を引きます。下に向かって明るくなるところが緑になります。',
        blur: '周りを含む9画素の平均です。細かい部分は混ざり合い、一様な面は変わりません。',
        sharpen: '画素の5倍から上下左右の4画素を引きます。明るさの違いが強調されます。',
        identity: '真ん中の画素だけを見ます。縁が1画素分なくなるほかは、元の画像のままです。',
      },
      ownKernel: 'あなたが作ったカーネルです。',
      weights: 'カーネルの重み',
      weightOf: (row, column) => `重みの${row}行${column}列`,
      divisor: '割る数',
      row: '行',
      column: '列',
      pointing: 'どちらかの画像を指すか、行と列の数値を変えてみましょう。',
      colors: '緑は0より大きい値、茶色は0より小さい値です。絶対値が最大の値が最も濃くなります。',
      scene: {
        title: '画像と特徴マップ',
        image: '画像',
        map: '特徴マップ',
        smallest: '最小値',
        largest: '最大値',
      },
    },
    pooling: {
      title: '2×2のプーリング',
      input: '入力',
      numberOf: (row, column) => `入力の${row}行${column}列`,
      size: '4×4個の数値が2×2個に減ります。',
      kinds: { max: '最大プーリング', average: '平均プーリング' },
      saying: {
        max: '窓のどこにあっても、最も強い反応が残ります。',
        average: '平均が残ります。弱い反応の中に強い反応が1つだけあると、薄まります。',
      },
    },
    sizeQuestion: {
      prompt:
        '28×28の画像の上を、3×3のカーネルがストライド1、パディングなしで動きます。結果の大きさはどれでしょうか。',
      options: [
        {
          text: '28×28',
          why: 'そうなるのは、周りを0で1周囲んだときです。上で「same」を選んで比べてみましょう。',
        },
        {
          text: '26×26',
          why: '窓を置ける場所は、1辺につき28−3+1＝26か所あります。',
        },
        {
          text: '25×25',
          why: '28−3は窓を動かせる回数です。最初の位置も数に入れます。',
        },
      ],
    },
    poolingQuestion: {
      prompt:
        '26×26の特徴マップに2×2の最大プーリングを行います。残る数値は何個で、このプーリングが学習する重みはいくつでしょうか。',
      options: [
        {
          text: '数値は338個（26×13）、重みは4個。',
          why: '縦も横も半分になります。また、最大値をとるのは決まった規則で、重みは使いません。',
        },
        {
          text: '数値は169個（13×13）、重みは4個。',
          why: '大きさは正解です。ただし、最大値をとるのは決まった規則で、重みは使いません。',
        },
        {
          text: '数値は169個（13×13）、重みはなし。',
          why: '縦も横も半分なので、676個の4分の1が残ります。最大値を選ぶだけなので、重みは要りません。',
        },
      ],
    },
  },
};
