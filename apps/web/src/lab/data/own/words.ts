/** @file The texts of the reader's own data. */
import type { Localized } from '../../../i18n/language.svelte.js';
import type { DrawingLack } from './drawing-set.js';
import type { DataNotice, DataProblem } from './problems.js';

type Wording<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: (problem: Extract<T, { kind: K }>) => string;
};

export interface OwnDataWords {
  readonly heading: string;
  readonly privacy: string;
  readonly how: string;
  readonly ways: Readonly<Record<'drawings' | 'folder' | 'idx', string>>;
  readonly name: string;
  readonly make: string;
  readonly cancel: string;
  readonly reading: (done: string, count: string) => string;
  readonly readingFiles: string;
  readonly made: (name: string, train: string, test: string) => string;
  readonly refused: string;
  readonly leftOut: (count: string) => string;
  readonly more: (count: string) => string;
  readonly split: {
    readonly share: string;
    readonly note: string;
    readonly parted: string;
  };
  readonly folder: {
    readonly intro: string;
    readonly choose: string;
    readonly drop: string;
    readonly example: string;
    readonly found: (name: string, files: string, classes: string) => string;
    readonly size: string;
    readonly sizes: Readonly<Record<'same' | '28' | '32' | '64', string>>;
    readonly channels: string;
    readonly channelNames: Readonly<Record<'grey' | 'color', string>>;
  };
  readonly idx: {
    readonly intro: string;
    readonly choose: string;
    readonly drop: string;
    readonly chosen: (count: string) => string;
  };
  readonly drawings: {
    readonly intro: string;
    readonly classes: string;
    readonly className: (place: string) => string;
    readonly usualName: (place: string) => string;
    readonly addClass: string;
    readonly removeClass: (name: string) => string;
    readonly pad: (name: string) => string;
    readonly add: (name: string) => string;
    readonly undoStroke: string;
    readonly undo: string;
    readonly enter: string;
    readonly empty: string;
    readonly added: (name: string, count: string) => string;
    readonly count: (count: string) => string;
    readonly drawing: (place: string, name: string) => string;
    readonly remove: (place: string, name: string) => string;
    readonly delete: string;
    readonly use: string;
    readonly usualSetName: string;
    readonly ready: (classes: string, drawings: string) => string;
    readonly advice: string;
    readonly lacks: Readonly<Record<DrawingLack['kind'], (name: string, count: string) => string>>;
  };
  readonly kept: {
    readonly heading: string;
    readonly none: string;
    readonly use: string;
    readonly used: string;
    readonly rename: (name: string) => string;
    readonly delete: (name: string) => string;
    readonly sure: (name: string) => string;
    readonly yes: string;
    readonly no: string;
    readonly edit: string;
    readonly export: string;
    readonly exportNote: string;
    readonly storage: string;
  };
  readonly notices: Wording<DataNotice>;
  readonly problems: Wording<DataProblem>;
}

export const ownDataWords: Localized<OwnDataWords> = {
  en: {
    heading: 'Make your own data set',
    privacy: 'Everything stays in this browser: nothing is sent anywhere.',
    how: 'From',
    ways: { drawings: 'Drawings', folder: 'A folder of images', idx: 'IDX files' },
    name: 'Name',
    make: 'Make the data set',
    cancel: 'Cancel',
    reading: (done, count) => `${done} of ${count} files read`,
    readingFiles: 'Reading the files…',
    made: (name, train, test) => `“${name}” is ready: ${train} to learn from, ${test} to test on.`,
    refused: 'This does not make a data set yet.',
    leftOut: (count) =>
      count === '1' ? 'One thing was left out:' : `${count} things were left out:`,
    more: (count) => `and ${count} more`,
    split: {
      share: 'Held out for the test, in percent',
      note: 'That share of every class, drawn by chance but always the same, at least one image each. The network never learns from it.',
      parted: 'The folder has “train” and “test”: they stay as they are.',
    },
    folder: {
      intro:
        'One folder for each class, with PNG or JPEG files in it. The names of the folders become the names of the classes.',
      choose: 'Choose a folder…',
      drop: 'or drop it here',
      example: 'animals / cat / 1.png, animals / dog / 1.png …',
      found: (name, files, classes) => `“${name}”: ${files} files in ${classes} classes`,
      size: 'Size',
      sizes: { '28': '28×28', '32': '32×32', '64': '64×64', same: 'as they are' },
      channels: 'Colours',
      channelNames: { grey: 'grey', color: 'red, green, blue' },
    },
    idx: {
      intro:
        'The four files that MNIST and its like consist of, packed (.gz) or not: images and labels to learn from, images and labels to test on.',
      choose: 'Choose the four files…',
      drop: 'or drop them here',
      chosen: (count) => (count === '1' ? '1 file chosen' : `${count} files chosen`),
    },
    drawings: {
      intro:
        'Name two classes or more and draw a few examples of each. They are cropped, sized and centred as MNIST’s digits are.',
      classes: 'Classes',
      className: (place) => `Name of class ${place}`,
      usualName: (place) => `Class ${place}`,
      addClass: 'Another class',
      removeClass: (name) => `Remove the class ${name}`,
      pad: (name) => `Draw “${name}”`,
      add: (name) => `Add to “${name}”`,
      undoStroke: 'Undo stroke',
      undo: 'Undo',
      enter: 'Enter adds the drawing.',
      empty: 'Draw something first.',
      added: (name, count) => `Added to “${name}”, which now has ${count}.`,
      count: (count) =>
        count === '0' ? 'no drawing yet' : count === '1' ? '1 drawing' : `${count} drawings`,
      drawing: (place, name) => `Drawing ${place} of ${name}`,
      remove: (place, name) => `Delete drawing ${place} of ${name}`,
      delete: 'Press a drawing to delete it; Undo brings it back.',
      use: 'Use these drawings',
      usualSetName: 'My drawings',
      ready: (classes, drawings) => `${drawings} drawings in ${classes} classes: ready.`,
      advice: 'Ten or more of each, drawn a little differently every time, work well.',
      lacks: {
        classes: () => 'A second class is needed.',
        drawings: (name, count) =>
          count === '1'
            ? `“${name}” needs 1 more drawing.`
            : `“${name}” needs ${count} more drawings.`,
        name: (name) => `${name} needs a name.`,
        'same-name': (name) => `Two classes are called “${name}”.`,
      },
    },
    kept: {
      heading: 'Kept in this browser',
      none: 'Nothing yet.',
      use: 'Use',
      used: 'In use',
      rename: (name) => `Name of the data set ${name}`,
      delete: (name) => `Delete ${name}`,
      sure: (name) => `Delete “${name}” for good?`,
      yes: 'Delete',
      no: 'Keep',
      edit: 'Go on drawing',
      export: 'Save as IDX files',
      exportNote: 'The four files that MNIST has, and the names of the classes:',
      storage:
        'This browser does not keep data for this page. A private window, or a full disk, may be why.',
    },
    notices: {
      'not-an-image': ({ file }) => `${file} is neither PNG nor JPEG.`,
      'damaged-image': ({ file }) => `${file} is damaged.`,
      'huge-image': ({ file, maxPixels }) =>
        `${file} has more than ${maxPixels / 1e6} million pixels. Make it smaller first.`,
      'no-class': ({ file }) => `${file} is not in the folder of a class.`,
      'unknown-class': ({ className }) =>
        `“${className}” is in “test” and not in “train”: the network could not learn it.`,
      'empty-class': ({ className }) => `The class “${className}” has no image that can be read.`,
      'single-image': ({ className }) =>
        `The class “${className}” has a single image. Two are needed: one to learn from and one to test on.`,
    },
    problems: {
      'nothing-chosen': () => 'There are no files in it.',
      'too-few-classes': ({ classNames }) =>
        classNames.length === 0
          ? 'No class has images that can be read. Put the images of each class into a folder of its own, and choose the folder around them.'
          : `There is one class only, “${classNames[0]}”. To tell things apart, the network needs two or more.`,
      'too-many-classes': ({ count, most }) => `There are ${count} classes; at most ${most} work.`,
      'mixed-sizes': ({ file, size, otherFile, otherSize }) =>
        `The images differ in size: ${file} has ${size} pixels, ${otherFile} has ${otherSize}. Choose a size above, and all are brought to it.`,
      'too-much': ({ megabytes, most }) =>
        `Together the images would take ${megabytes} MB; at most ${most} MB work. Choose a smaller size, or grey.`,
      'no-test-images': () => 'The folder “test” has no image that can be read.',
      'missing-files': ({ files }) => `Missing: ${files.join(', ')}. Choose all four at once.`,
      'damaged-file': ({ file }) => `${file} is not a whole IDX file.`,
      'mismatched-files': () =>
        'The files do not belong together. Take all four from the same data set.',
      unexpected: () => 'Something unexpected went wrong while reading.',
    },
  },
  ja: {
    heading: '自分のデータを作る',
    privacy: 'すべてこのブラウザの中だけで扱い、どこにも送りません。',
    how: '作り方',
    ways: { drawings: '描く', folder: '画像のフォルダー', idx: 'IDXファイル' },
    name: '名前',
    make: 'データを作る',
    cancel: '中止',
    reading: (done, count) => `${count}件中${done}件を読み込みました`,
    readingFiles: 'ファイルを読み込んでいます…',
    made: (name, train, test) =>
      `「${name}」ができました。学習用${train}件、テスト用${test}件です。`,
    refused: 'このままではデータになりません。',
    leftOut: (count) => `除いたものが${count}件あります。`,
    more: (count) => `ほか${count}件`,
    split: {
      share: 'テスト用に取り分ける割合（%）',
      note: 'どのクラスからも同じ割合を無作為に（ただし毎回同じように）、少なくとも1枚ずつ取り分けます。ネットワークがこの分から学習することはありません。',
      parted: 'フォルダーの中が「train」と「test」に分かれているので、そのまま使います。',
    },
    folder: {
      intro:
        'クラスごとに1つのフォルダーを作り、PNGまたはJPEGの画像を入れておきます。フォルダーの名前がクラスの名前になります。',
      choose: 'フォルダーを選ぶ…',
      drop: 'またはここにドロップ',
      example: 'animals / cat / 1.png、animals / dog / 1.png …',
      found: (name, files, classes) => `「${name}」：${classes}クラス、${files}ファイル`,
      size: '大きさ',
      sizes: { '28': '28×28', '32': '32×32', '64': '64×64', same: '元のまま' },
      channels: '色',
      channelNames: { grey: 'グレー', color: '赤・緑・青' },
    },
    idx: {
      intro:
        'MNISTなどで使われる4つのファイルです。学習用とテスト用の、それぞれ画像とラベルを選びます。圧縮（.gz）されたままでもかまいません。',
      choose: '4つのファイルを選ぶ…',
      drop: 'またはここにドロップ',
      chosen: (count) => `${count}個のファイルを選びました`,
    },
    drawings: {
      intro:
        '2つ以上のクラスに名前を付けて、それぞれ何枚か描きます。絵はMNISTの数字と同じように切り抜き、大きさと位置をそろえます。',
      classes: 'クラス',
      className: (place) => `クラス${place}の名前`,
      usualName: (place) => `クラス${place}`,
      addClass: 'クラスを増やす',
      removeClass: (name) => `クラス「${name}」を取り除く`,
      pad: (name) => `「${name}」を描く`,
      add: (name) => `「${name}」に加える`,
      undoStroke: '一画戻す',
      undo: '元に戻す',
      enter: 'Enterキーで加えます。',
      empty: '先に何か描いてください。',
      added: (name, count) => `「${name}」に加えました。今${count}枚です。`,
      count: (count) => `${count}枚`,
      drawing: (place, name) => `「${name}」の${place}枚目`,
      remove: (place, name) => `「${name}」の${place}枚目を消す`,
      delete: '絵を押すと消えます。「元に戻す」で取り消せます。',
      use: 'この絵を使う',
      usualSetName: '自分の絵',
      ready: (classes, drawings) => `${classes}クラス、${drawings}枚。使えます。`,
      advice: '毎回少しずつ変えながら、それぞれ10枚以上描くとうまくいきます。',
      lacks: {
        classes: () => 'クラスがもう1つ必要です。',
        drawings: (name, count) => `「${name}」があと${count}枚必要です。`,
        name: (name) => `${name}に名前を付けてください。`,
        'same-name': (name) => `「${name}」という名前のクラスが2つあります。`,
      },
    },
    kept: {
      heading: 'このブラウザに保存したデータ',
      none: 'まだありません。',
      use: '使う',
      used: '使用中',
      rename: (name) => `データ「${name}」の名前`,
      delete: (name) => `「${name}」を削除する`,
      sure: (name) => `「${name}」を完全に削除しますか。`,
      yes: '削除する',
      no: '残す',
      edit: '続きを描く',
      export: 'IDXファイルとして保存',
      exportNote: 'MNISTと同じ形式の4つのファイルと、クラスの名前です。',
      storage:
        'このブラウザはこのページのデータを保存できません。プライベートウィンドウであるか、空き容量がないのかもしれません。',
    },
    notices: {
      'not-an-image': ({ file }) => `${file}はPNGでもJPEGでもありません。`,
      'damaged-image': ({ file }) => `${file}は壊れています。`,
      'huge-image': ({ file, maxPixels }) =>
        `${file}は${maxPixels / 1e4}万画素を超えています。先に小さくしてください。`,
      'no-class': ({ file }) => `${file}はクラスのフォルダーに入っていません。`,
      'unknown-class': ({ className }) =>
        `「${className}」は「test」だけにあります。「train」にないので学習できません。`,
      'empty-class': ({ className }) => `クラス「${className}」には読み込める画像がありません。`,
      'single-image': ({ className }) =>
        `クラス「${className}」には画像が1枚しかありません。学習用とテスト用に2枚以上必要です。`,
    },
    problems: {
      'nothing-chosen': () => 'ファイルがありません。',
      'too-few-classes': ({ classNames }) =>
        classNames.length === 0
          ? '読み込める画像のあるクラスがありません。クラスごとのフォルダーに画像を入れて、その外側のフォルダーを選んでください。'
          : `クラスが「${classNames[0]}」1つしかありません。見分けることを学ぶには、2つ以上必要です。`,
      'too-many-classes': ({ count, most }) =>
        `クラスが${count}個あります。使えるのは${most}個までです。`,
      'mixed-sizes': ({ file, size, otherFile, otherSize }) =>
        `画像の大きさがそろっていません。${file}は${size}、${otherFile}は${otherSize}です。上で大きさを選ぶと、すべてその大きさになります。`,
      'too-much': ({ megabytes, most }) =>
        `画像は全部で${megabytes} MBになります。扱えるのは${most} MBまでです。小さい大きさか、グレーを選んでください。`,
      'no-test-images': () => '「test」フォルダーに読み込める画像がありません。',
      'missing-files': ({ files }) =>
        `足りないファイル：${files.join('、')}。4つを一度に選んでください。`,
      'damaged-file': ({ file }) => `${file}はIDXファイルではないか、途中で切れています。`,
      'mismatched-files': () =>
        'ファイルの組み合わせが合いません。4つとも同じデータのものを選んでください。',
      unexpected: () => '読み込み中に予期しない問題が起きました。',
    },
  },
};
