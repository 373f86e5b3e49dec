/** @file The texts of the pane where runs are saved, opened and written as programs. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { FileProblem } from '../../runs/files/file-problem.js';
import type { RecordObstacle } from '../../runs/files/record-run.js';

export interface FilesWords {
  readonly title: string;
  readonly save: {
    readonly title: string;
    readonly intro: string;
    readonly none: string;
    readonly open: (name: string) => string;
    readonly button: string;
    readonly working: string;
    readonly saved: (file: string) => string;
    readonly again: string;
    readonly contents: Readonly<Record<'model' | 'weights' | 'record', string>>;
    readonly obstacles: Readonly<Record<RecordObstacle, string>>;
    readonly ownData: (folder: string) => string;
    readonly commands: string;
    readonly failed: string;
  };
  readonly load: {
    readonly title: string;
    readonly intro: string;
    readonly choose: string;
    readonly drop: string;
    readonly reading: string;
    readonly model: (name: string) => string;
    readonly record: (name: string) => string;
    readonly noData: string;
    readonly problem: (problem: FileProblem) => string;
    readonly failed: string;
  };
  readonly go: Readonly<Record<'look' | 'compare', string>>;
  readonly code: {
    readonly title: string;
    readonly intro: string;
    readonly unknown: string;
    readonly install: string;
  };
}

const list = (files: readonly string[], separator: string) =>
  `${files.slice(0, 4).join(separator)}${files.length > 4 ? '…' : ''}`;

export const filesWords: Localized<FilesWords> = {
  en: {
    title: 'Save and load',
    save: {
      title: 'Save the open run',
      intro:
        'As one zip file: the network with its weights, and once it has been tested, the record of how it learnt. The command line of manabi reads the same files.',
      none: 'No network is open yet. Train one, or open one of the kept runs below.',
      open: (name) => `Open now: ${name}`,
      button: 'Save as a zip file',
      working: 'Writing the files…',
      saved: (file) => `${file} is in your downloads.`,
      again: 'Save it once more',
      contents: {
        model: 'the network: its layers, its data and what its classes are called',
        weights: 'every weight, as float32',
        record:
          'the record: data, settings, every epoch, the test, and the checksum of the weights',
      },
      obstacles: {
        'not-ended':
          'There is no record in it, because the run has not been tested. Let it finish, or press “Stop and test”, and save again.',
        'within-epoch':
          'There is no record in it: the run was stopped in the middle of an epoch, and no command can repeat that. Finish the epoch and stop then.',
        'rate-changed':
          'There is no record in it: the learning rate was changed while the network learnt, so a repetition would come to other numbers.',
        opened:
          'There is no record in it: the first weights came from a file, so a repetition would begin elsewhere.',
        'data-missing': 'There is no record in it, because its data is not here to test it on.',
      },
      ownData: (folder) =>
        `It learnt from your own data. To repeat it, save that data as IDX files in the Data pane and put them into a folder ${folder}.`,
      commands: 'Unpacked, in a terminal',
      failed: 'The files could not be written.',
    },
    load: {
      title: 'Open files',
      intro:
        'A zip from this page, the two files of a model (model.json and weights.bin), or a run.json of the command line. They stay on your computer.',
      choose: 'Choose files',
      drop: 'or drop them here',
      reading: 'Reading…',
      model: (name) => `“${name}” is open and kept in this browser.`,
      record: (name) =>
        `The record “${name}” is kept in this browser. It holds no weights: compare it, or train the same anew from the list below.`,
      noData:
        'The data that it was trained on is not here, so it cannot be tested. You can still ask it about your own images.',
      problem(problem) {
        switch (problem.kind) {
          case 'unknown-files':
            return problem.files.length === 0
              ? 'There was no file among them.'
              : `Neither a model nor a run: ${list(problem.files, ', ')}. Choose model.json with weights.bin, a run.json, or a zip that this page saved.`;
          case 'missing-weights':
            return 'The weights are missing. Choose weights.bin together with model.json.';
          case 'missing-model':
            return 'The weights alone are not enough. Choose model.json together with weights.bin.';
          case 'several':
            return `These are files of more than one run: ${list(problem.files, ', ')}. Open one at a time.`;
          case 'other-weights':
            return 'The weights are not those that model.json names: they are damaged, cut off or of another model. Copy both files again.';
          case 'other-record':
            return 'The record and the model are of different runs. Open one at a time.';
          case 'other-version':
            return `${problem.file} was written by another version of manabi, which this page cannot read.`;
          case 'too-large':
            return `${problem.file} is larger than ${problem.mostMegabytes} MB, more than any model here can be.`;
          case 'damaged':
            return `${problem.file} cannot be read: it is damaged, or not what its name says.`;
        }
      },
      failed: 'The files could not be kept:',
    },
    go: { look: 'Look at its answers', compare: 'Compare' },
    code: {
      title: 'As a program',
      intro: 'The network and the settings of the lab, as they are now.',
      unknown: 'The data is not known yet, so there is no program for it.',
      install: 'The TypeScript program runs in Node after',
    },
  },
  ja: {
    title: '保存と読み込み',
    save: {
      title: '開いている訓練を保存する',
      intro:
        '1つのzipファイルにまとめて保存します。中身は、ネットワークとその重み、そしてテストが済んでいれば訓練の記録です。manabiのコマンドでも同じファイルを使えます。',
      none: 'まだネットワークを開いていません。訓練するか、下の一覧から開いてください。',
      open: (name) => `表示中：${name}`,
      button: 'zipファイルに保存',
      working: 'ファイルを書き出しています…',
      saved: (file) => `${file}をダウンロードしました。`,
      again: 'もう一度保存する',
      contents: {
        model: 'ネットワーク：層の構成、使ったデータ、クラスの名前',
        weights: 'すべての重み（float32）',
        record: '記録：データ、設定、全エポックの値、テストの結果、重みのチェックサム',
      },
      obstacles: {
        'not-ended':
          'まだテストしていないので、記録は入っていません。最後まで訓練するか「終了してテスト」を押してから、もう一度保存してください。',
        'within-epoch':
          'エポックの途中で終了したため、同じ訓練を再現できません。そのため記録は入っていません。エポックの終わりまで進めてから終了してください。',
        'rate-changed':
          '学習の途中で学習率を変えたため、訓練し直しても同じ数値になりません。そのため記録は入っていません。',
        opened:
          '最初の重みがファイルから来ているため、訓練し直しても同じ数値になりません。そのため記録は入っていません。',
        'data-missing': 'テストに使うデータがここにないため、記録は入っていません。',
      },
      ownData: (folder) =>
        `自作データで学習しています。再現するには、「データ」の画面でデータをIDXファイルとして保存し、${folder}という名前のフォルダーに入れてください。`,
      commands: '展開したあと、ターミナルで使えるコマンド',
      failed: 'ファイルを書き出せませんでした。',
    },
    load: {
      title: 'ファイルを開く',
      intro:
        'このページで保存したzip、モデルの2つのファイル（model.jsonとweights.bin）、コマンドが書いたrun.jsonを開けます。ファイルがこのコンピュータから出ることはありません。',
      choose: 'ファイルを選ぶ',
      drop: 'またはここにドロップ',
      reading: '読み込んでいます…',
      model: (name) => `「${name}」を開き、このブラウザに保存しました。`,
      record: (name) =>
        `記録「${name}」をこのブラウザに保存しました。重みは入っていません。ほかの訓練と比べるか、下の一覧から同じ設定で訓練し直せます。`,
      noData:
        '訓練に使ったデータがここにないため、テストはできません。自分の画像についてたずねることはできます。',
      problem(problem) {
        switch (problem.kind) {
          case 'unknown-files':
            return problem.files.length === 0
              ? 'ファイルがありませんでした。'
              : `モデルでも訓練の記録でもないファイルです：${list(problem.files, '、')}。model.jsonとweights.bin、run.json、またはこのページで保存したzipを選んでください。`;
          case 'missing-weights':
            return '重みのファイルがありません。model.jsonと一緒にweights.binも選んでください。';
          case 'missing-model':
            return '重みだけでは開けません。weights.binと一緒にmodel.jsonも選んでください。';
          case 'several':
            return `2つ以上の訓練のファイルが混ざっています：${list(problem.files, '、')}。1つずつ開いてください。`;
          case 'other-weights':
            return 'model.jsonに書かれている重みと一致しません。壊れているか、途中で切れているか、別のモデルの重みです。2つのファイルをコピーし直してください。';
          case 'other-record':
            return '記録とモデルが別々の訓練のものです。1つずつ開いてください。';
          case 'other-version':
            return `${problem.file}は、manabiの別のバージョンで書かれているため、このページでは読めません。`;
          case 'too-large':
            return `${problem.file}は${problem.mostMegabytes} MBを超えています。ここで扱えるモデルより大きなファイルです。`;
          case 'damaged':
            return `${problem.file}を読めません。壊れているか、名前と中身が違うようです。`;
        }
      },
      failed: 'ファイルを保存できませんでした：',
    },
    go: { look: '答えを調べる', compare: '比べる' },
    code: {
      title: 'プログラムとして使う',
      intro: '今のラボのネットワークと設定を、そのままプログラムにしたものです。',
      unknown: 'データがまだわからないため、プログラムにできません。',
      install: 'TypeScriptのプログラムは、次のコマンドを実行したあとNodeで動きます：',
    },
  },
};
