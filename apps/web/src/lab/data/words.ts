/** @file The texts of the data pane; those of the reader's own data are in `own/words.ts`. */
import type { DatasetName } from '@manabi/datasets';
import type { Localized } from '../../i18n/language.svelte.js';

export interface DataWords {
  readonly title: string;
  readonly choose: string;
  readonly about: Readonly<Record<DatasetName, string>>;
  readonly own: string;
  readonly ownAbout: string;
  readonly makeAnother: string;
  readonly size: (train: string, test: string) => string;
  readonly classes: (count: string) => string;
  readonly image: (shape: string) => string;
  readonly features: (count: string) => string;
  readonly summary: (classes: string, shape: string) => string;
  readonly loading: string;
  readonly download: {
    readonly label: string;
    readonly file: (number: number, files: number, file: string) => string;
    readonly bytes: (received: string, total: string, share: string) => string;
    readonly cancel: string;
    readonly cancelled: string;
  };
  readonly missing: {
    readonly heading: string;
    readonly where: string;
    readonly command: string;
    readonly files: string;
    readonly choose: string;
    readonly meanwhile: string;
    readonly draw: string;
    readonly policy: string;
    readonly gone: string;
    readonly damaged: string;
    readonly again: string;
  };
  readonly browse: string;
  readonly part: string;
  readonly parts: { readonly train: string; readonly test: string };
  readonly counts: {
    readonly title: string;
    readonly class: string;
    readonly count: string;
    readonly finding: (fewest: string, most: string, total: string) => string;
    readonly bar: (name: string, count: string) => string;
    readonly hint: string;
  };
  readonly all: string;
  readonly shownClass: string;
  readonly images: string;
  readonly tile: (number: string, name: string) => string;
  readonly page: (page: string, pages: string) => string;
  readonly pageField: string;
  readonly previous: string;
  readonly next: string;
  readonly keys: string;
  readonly numbers: {
    readonly heading: (number: string, name: string) => string;
    readonly hint: string;
    readonly note: (count: string) => string;
    readonly channel: string;
    readonly channels: readonly [red: string, green: string, blue: string];
    readonly firstRow: string;
    readonly firstColumn: string;
    readonly window: (side: string) => string;
  };
  readonly iris: {
    readonly featureNames: readonly string[];
    readonly across: string;
    readonly up: string;
    readonly scatter: string;
    readonly finding: (count: string, across: string, up: string) => string;
    readonly point: (row: string, name: string, across: string, up: string) => string;
    readonly row: string;
    readonly class: string;
    readonly rows: string;
    readonly note: string;
  };
  readonly fault: string;
}

export const dataWords: Localized<DataWords> = {
  en: {
    title: 'Data',
    choose: 'What the network learns from',
    about: {
      mnist: 'Handwritten digits that people wrote: the classic.',
      'fashion-mnist': 'Photos of clothes and shoes; harder than digits.',
      kmnist: 'Old Japanese cursive hiragana.',
      iris: '150 flowers that were measured; no images.',
      'synthetic-digits': 'Digits that a program draws; always there.',
    },
    own: 'Your own data',
    ownAbout: 'What you draw here, a folder of images, or IDX files.',
    makeAnother: 'Make another data set',
    size: (train, test) => `${train} to learn from, ${test} to test on`,
    classes: (count) => `${count} classes`,
    image: (shape) => `images of ${shape}`,
    features: (count) => `${count} measurements each`,
    summary: (classes, shape) => `${classes}, ${shape}`,
    loading: 'Loading the data…',
    download: {
      label: 'Progress of the download',
      file: (number, files, file) => `File ${number} of ${files}: ${file}`,
      bytes: (received, total, share) => `${received} of ${total} (${share})`,
      cancel: 'Stop loading',
      cancelled: 'The loading was stopped. What arrived in full is kept.',
    },
    missing: {
      heading: 'This data set is not on this site yet',
      where:
        'Its images belong to others, so they are not part of this site. There are two ways to add them:',
      command: 'Whoever runs the site puts the files beside it once, for everyone:',
      files:
        'Or choose its four files on your computer. They stay in this browser and are sent nowhere.',
      choose: 'Choose the four files…',
      meanwhile: 'Meanwhile, the drawn digits work like MNIST: same size, same ten classes.',
      draw: 'Use the drawn digits',
      policy:
        'This page cannot fetch it from another host: the site’s security policy lets it talk to its own host alone.',
      gone: 'This data set was made in another browser, or has been deleted here. Links carry the settings, not the images. Choose other data, or make it again.',
      damaged: 'The files of this data set are damaged.',
      again: 'Try again',
    },
    browse: 'Look at the data',
    part: 'Part',
    parts: { train: 'To learn from', test: 'To test on' },
    counts: {
      title: 'Examples of each class',
      class: 'Class',
      count: 'Examples',
      finding: (fewest, most, total) =>
        fewest === most
          ? `Each class has ${most} examples, ${total} in all.`
          : `${fewest} to ${most} examples a class, ${total} in all.`,
      bar: (name, count) => `${name}: ${count} examples`,
      hint: 'Press a bar to see that class alone.',
    },
    all: 'All classes',
    shownClass: 'Class shown',
    images: 'Images',
    tile: (number, name) => `Image ${number}: ${name}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    pageField: 'Page',
    previous: 'Previous page',
    next: 'Next page',
    keys: 'Arrow keys walk from image to image, Page Up and Page Down turn the page.',
    numbers: {
      heading: (number, name) => `Image ${number}, “${name}”, as the numbers it is`,
      hint: 'Choose an image: its numbers appear below.',
      note: (count) =>
        `${count} numbers from 0 (black) to 255 (white): this is all the network gets.`,
      channel: 'Colour',
      channels: ['Red', 'Green', 'Blue'],
      firstRow: 'From row',
      firstColumn: 'From column',
      window: (side) => `The image is larger than ${side}×${side}: the frame shows a part of it.`,
    },
    iris: {
      featureNames: ['sepal length', 'sepal width', 'petal length', 'petal width'],
      across: 'Across',
      up: 'Up',
      scatter: 'Flowers by two of their measurements, in centimetres',
      finding: (count, across, up) => `${count} flowers by ${across} and ${up}.`,
      point: (row, name, across, up) => `Row ${row}, ${name}: ${across} and ${up}`,
      row: 'Row',
      class: 'Species',
      rows: 'The rows, in centimetres',
      note: 'Edgar Anderson measured these flowers, and Ronald Fisher made them famous in 1936. The network gets four numbers of each.',
    },
    fault: 'The data could not be loaded.',
  },
  ja: {
    title: 'データ',
    choose: '何から学習するか',
    about: {
      mnist: '人が手で書いた数字。機械学習の定番です。',
      'fashion-mnist': '服や靴の写真。数字より難しい題材です。',
      kmnist: '古典籍のくずし字（ひらがな）です。',
      iris: 'アヤメ150輪を測ったもの。画像ではありません。',
      'synthetic-digits': 'プログラムが手書き風に描いた数字。いつでも使えます。',
    },
    own: '自分のデータ',
    ownAbout: 'ここで描いた絵、画像のフォルダー、またはIDXファイル。',
    makeAnother: '別のデータを作る',
    size: (train, test) => `学習用${train}件、テスト用${test}件`,
    classes: (count) => `${count}クラス`,
    image: (shape) => `${shape}の画像`,
    features: (count) => `測定値${count}個ずつ`,
    summary: (classes, shape) => `${classes}、${shape}`,
    loading: 'データを読み込んでいます…',
    download: {
      label: 'ダウンロードの進み具合',
      file: (number, files, file) => `${files}個のうち${number}個目のファイル：${file}`,
      bytes: (received, total, share) => `${total}のうち${received}（${share}）`,
      cancel: '読み込みを中止',
      cancelled: '読み込みを中止しました。受け取り終えたファイルは残っています。',
    },
    missing: {
      heading: 'このデータセットは、まだこのサイトにありません',
      where:
        '画像の権利は作成者にあるため、このサイトには含めていません。追加する方法は2つあります。',
      command: 'サイトを置く人が一度ファイルを並べておけば、全員が使えます。',
      files:
        'または、手元にある4つのファイルを選びます。このブラウザの中だけに保存され、どこにも送られません。',
      choose: '4つのファイルを選ぶ…',
      meanwhile: 'それまでは合成した手書き数字が使えます。大きさも10のクラスもMNISTと同じです。',
      draw: '合成した手書き数字を使う',
      policy:
        'ほかのサーバーからは取り寄せられません。このサイトの安全方針で、通信先は自分のサーバーだけに限られています。',
      gone: 'このデータは別のブラウザで作られたか、ここでは削除されています。リンクで伝わるのは設定だけで、画像は含まれません。ほかのデータを選ぶか、もう一度作ってください。',
      damaged: 'データのファイルが壊れています。',
      again: 'もう一度試す',
    },
    browse: 'データを見る',
    part: '用途',
    parts: { train: '学習用', test: 'テスト用' },
    counts: {
      title: 'クラスごとの件数',
      class: 'クラス',
      count: '件数',
      finding: (fewest, most, total) =>
        fewest === most
          ? `どのクラスも${most}件、合計${total}件です。`
          : `1クラスあたり${fewest}〜${most}件、合計${total}件です。`,
      bar: (name, count) => `${name}：${count}件`,
      hint: '棒を押すと、そのクラスだけを表示します。',
    },
    all: 'すべてのクラス',
    shownClass: '表示するクラス',
    images: '画像',
    tile: (number, name) => `${number}番の画像：${name}`,
    page: (page, pages) => `${page} / ${pages}ページ`,
    pageField: 'ページ',
    previous: '前のページ',
    next: '次のページ',
    keys: '矢印キーで画像を移り、Page UpとPage Downでページをめくります。',
    numbers: {
      heading: (number, name) => `${number}番の画像（${name}）の数値`,
      hint: '画像を選ぶと、下にその数値が出ます。',
      note: (count) =>
        `0（黒）から255（白）までの数値が${count}個。ネットワークに渡されるのはこれだけです。`,
      channel: '色',
      channels: ['赤', '緑', '青'],
      firstRow: '最初の行',
      firstColumn: '最初の列',
      window: (side) => `画像が${side}×${side}より大きいので、枠の中だけを表示しています。`,
    },
    iris: {
      featureNames: ['がく片の長さ', 'がく片の幅', '花弁の長さ', '花弁の幅'],
      across: '横軸',
      up: '縦軸',
      scatter: '2つの測定値で見た花（単位はcm）',
      finding: (count, across, up) => `${count}輪の${across}と${up}です。`,
      point: (row, name, across, up) => `${row}行目、${name}：${across}と${up}`,
      row: '行',
      class: '種類',
      rows: 'データの行（単位はcm）',
      note: 'アンダーソンが測り、フィッシャーが1936年の論文に使った数値です。ネットワークは1輪につき4つの数値を受け取ります。',
    },
    fault: 'データを読み込めませんでした。',
  },
};
