/** @file The short texts of this lesson; the long ones are in the Markdown beside it. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { QuestionText } from '../../lesson/question-text.js';
import type { colorSpaces, digitParts, polarities } from './state.js';

export interface ImagesWords {
  readonly paint: {
    readonly title: string;
    readonly numbers: string;
    readonly seen: string;
    readonly hint: string;
    readonly pixel: (row: number, column: number, value: number) => string;
    readonly zero: string;
    readonly polarity: Readonly<Record<(typeof polarities)[number], string>>;
    readonly reset: string;
  };
  readonly challenge: {
    readonly goal: string;
    readonly praise: string;
    readonly state: (right: number) => string;
  };
  readonly digit: {
    readonly title: string;
    readonly digit: string;
    readonly drawing: string;
    readonly rows: string;
    readonly parts: Readonly<Record<(typeof digitParts)[number], string>>;
    readonly whole: string;
    readonly numbers: string;
    readonly row: string;
    readonly column: string;
    readonly place: string;
    readonly value: string;
  };
  readonly color: {
    readonly title: string;
    readonly space: string;
    readonly spaces: Readonly<Record<(typeof colorSpaces)[number], string>>;
    readonly open: string;
    readonly back: string;
    readonly note: string;
    readonly failed: string;
    readonly saying: Readonly<Record<(typeof colorSpaces)[number], string>>;
  };
  readonly polarityQuestion: QuestionText;
  readonly colorQuestion: QuestionText;
}

export const words: Localized<ImagesWords> = {
  en: {
    paint: {
      title: 'An image of four brightnesses',
      numbers: 'What the computer stores',
      seen: 'What it looks like',
      hint: 'Paint with mouse or finger. Keyboard: arrow keys move, 0 to 3 set the brightness, Space takes the next one.',
      pixel: (row, column, value) => `Row ${row + 1}, column ${column + 1}: ${value}`,
      zero: 'The number 0 is',
      polarity: { black: 'black', white: 'white' },
      reset: 'Reset the image',
    },
    challenge: {
      goal: 'With 0 as black, paint a top row that goes from black to white in even steps, two white pixels in the middle, and back to black.',
      praise: '0, 1, 2, 3, 3, 2, 1, 0: a smooth shine is nothing but numbers that rise and fall.',
      state: (right) => `${right} of 8 pixels are right.`,
    },
    digit: {
      title: 'A digit of 28 by 28 pixels',
      digit: 'Digit',
      drawing: 'Drawing',
      rows: 'Show',
      parts: { top: 'top seven rows', whole: 'all 28 rows' },
      whole: 'The digit',
      numbers: 'Its numbers',
      row: 'Row',
      column: 'Column',
      place: 'place in the list',
      value: 'value',
    },
    color: {
      title: 'Three numbers for each pixel',
      space: 'Shown as',
      spaces: { rgb: 'red, green, blue', luminance: 'luminance and two colours' },
      open: 'Open a picture of your own…',
      back: 'Back to the sunset',
      note: 'Your picture stays in this page. Its middle is made into 24 by 24 pixels, so that single ones can be seen.',
      failed:
        'This file is not a picture that the browser can read. Choose a PNG, JPEG or WebP file.',
      saying: {
        rgb: 'Each plane says how much of one light there is. All three together make the picture.',
        luminance:
          'The first plane is the picture in grey; the other two say only which way its colour leans. Eyes see brightness more finely than colour, so JPEG and television store the two more coarsely, and hardly anyone notices.',
      },
    },
    polarityQuestion: {
      prompt:
        'A network has learnt from white digits on black. You show it a photograph of black ink on white paper, as it is. What does it read?',
      options: [
        {
          text: 'The same digit: the shape is the same.',
          why: 'To you it is. The network sees numbers, and every one of them has changed.',
        },
        {
          text: 'The same digit, a little less certain.',
          why: 'Nearly all of its inputs have gone from 0 to 255. That is not a small change.',
        },
        {
          text: 'Mostly nonsense, until 255 minus each number is taken.',
          why: 'Each weight was learnt for the other polarity. Turned round, v becomes 255 − v, the picture is again as the network knows it.',
        },
      ],
    },
    colorQuestion: {
      prompt: 'How many numbers is a colour image of 28 by 28 pixels?',
      options: [
        {
          text: '784',
          why: 'That is the number of its pixels, and of the numbers of a grey image.',
        },
        {
          text: '2,352',
          why: '28 × 28 × 3: as many as three grey images of that size.',
        },
        {
          text: '28 × 28 × 256',
          why: '256 is how many different values one number can have, and not how many numbers there are.',
        },
      ],
    },
  },
  ja: {
    paint: {
      title: '4段階の明るさの画像',
      numbers: 'コンピュータが記録する数値',
      seen: '見え方',
      hint: 'マウスや指で塗ります。キーボードでは、矢印キーで移動し、0から3で明るさを決めます。スペースキーで次の明るさになります。',
      pixel: (row, column, value) => `${row + 1}行${column + 1}列：${value}`,
      zero: '0が表す明るさ',
      polarity: { black: '黒', white: '白' },
      reset: '画像を元に戻す',
    },
    challenge: {
      goal: '0を黒として、いちばん上の行を、左端の黒から1段階ずつ明るくし、中央の2画素を白に、そこからまた1段階ずつ暗くして右端を黒にしてください。',
      praise: '0、1、2、3、3、2、1、0。なめらかな光沢も、増えて減る数値の並びにすぎません。',
      state: (right) => `8画素のうち${right}画素が合っています。`,
    },
    digit: {
      title: '縦28×横28画素の数字',
      digit: '数字',
      drawing: '何枚目か',
      rows: '表示する範囲',
      parts: { top: '上から7行', whole: '28行すべて' },
      whole: '数字の画像',
      numbers: '画素の数値',
      row: '行',
      column: '列',
      place: '並びの中の位置',
      value: '値',
    },
    color: {
      title: '1画素に3つの数値',
      space: '表し方',
      spaces: { rgb: '赤・緑・青', luminance: '輝度と2つの色' },
      open: '自分の画像を開く…',
      back: '夕日の画像に戻る',
      note: '画像がこのページの外に送られることはありません。1画素ずつ見えるように、中央部分を縦24×横24画素にします。',
      failed:
        'このファイルは、ブラウザで読める画像ではありません。PNG、JPEG、WebPのファイルを選んでください。',
      saying: {
        rgb: 'それぞれの面は、1つの色の光がどれだけあるかを表します。3枚を重ねると元の画像になります。',
        luminance:
          '1枚目は白黒の画像です。残りの2枚は、色がどちらに寄っているかだけを表します。人の目は色よりも明るさの違いに敏感です。そこでJPEGやテレビでは色のほうを粗く記録しますが、ほとんど気づかれません。',
      },
    },
    polarityQuestion: {
      prompt:
        '黒地に白の数字で学んだネットワークに、白い紙に黒いインクで書いた数字の写真をそのまま見せました。どう読むでしょうか。',
      options: [
        {
          text: '形が同じなので、同じ数字と読む。',
          why: '人にとっては同じでも、ネットワークが見るのは数値です。その数値がすべて変わっています。',
        },
        {
          text: '同じ数字だが、確信度が少し下がる。',
          why: '入力のほとんどが0から255に変わりました。小さな変化ではありません。',
        },
        {
          text: 'ほとんどでたらめになる。255からそれぞれの数値を引けば読める。',
          why: '重みは、逆の白黒で学んだものです。値vを255−vに置き換えれば、ネットワークが知っている画像になります。',
        },
      ],
    },
    colorQuestion: {
      prompt: '縦28×横28画素のカラー画像は、いくつの数値でできていますか。',
      options: [
        { text: '784', why: 'それは画素の数です。白黒の画像なら、数値も784個です。' },
        { text: '2,352', why: '28×28×3です。同じ大きさの白黒の画像3枚分です。' },
        {
          text: '28×28×256',
          why: '256は、1つの数値がとりうる値が何通りあるかです。数値がいくつあるかではありません。',
        },
      ],
    },
  },
};
