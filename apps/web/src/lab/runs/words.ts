/** @file The texts of the list of runs. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { LeftOut } from './left-out.js';

export interface RunsWords {
  readonly title: string;
  readonly note: string;
  readonly none: string;
  readonly columns: {
    readonly name: string;
    readonly epochs: string;
    readonly accuracy: string;
    readonly saved: string;
  };
  readonly open: (name: string) => string;
  readonly here: string;
  readonly rename: string;
  readonly renameRun: (name: string) => string;
  readonly newName: (name: string) => string;
  readonly save: string;
  readonly saveRun: (name: string) => string;
  readonly saving: (name: string) => string;
  readonly remove: string;
  readonly removeRun: (name: string) => string;
  readonly sure: string;
  readonly diverged: string;
  readonly refused: string;
  readonly recordOnly: string;
  readonly again: string;
  readonly againRun: (name: string) => string;
  readonly explore: Readonly<
    Record<'network' | 'cnn', { readonly title: string; readonly label: (name: string) => string }>
  >;
  readonly taken: (name: string) => string;
  readonly leftOut: Readonly<Record<LeftOut, string>>;
}

export const runsWords: Localized<RunsWords> = {
  en: {
    title: 'Runs kept in this browser',
    note: 'A run is kept as soon as it has learnt something. Opened again, it goes on where it was left.',
    none: 'There is none yet.',
    columns: {
      name: 'Run',
      epochs: 'Epochs',
      accuracy: 'Test accuracy',
      saved: 'Kept',
    },
    open: (name) => `Open ${name}`,
    here: '(open now)',
    rename: 'Rename',
    renameRun: (name) => `Rename ${name}`,
    newName: (name) => `New name of ${name}`,
    save: 'Save as a file',
    saveRun: (name) => `Save ${name} as a file`,
    saving: (name) => `Writing the files of ${name}…`,
    remove: 'Delete',
    removeRun: (name) => `Delete ${name}`,
    sure: 'Really delete',
    diverged: 'diverged',
    refused: 'The browser does not let this page keep runs.',
    recordOnly: '(record only)',
    again: 'Train again',
    againRun: (name) => `Train again with the settings of ${name}`,
    explore: {
      network: {
        title: 'Visualiser',
        label: (name) => `Open ${name} in the network visualiser`,
      },
      cnn: { title: 'CNN explorer', label: (name) => `Open ${name} in the CNN explorer` },
    },
    taken: (name) => `These are the settings of “${name}”. Start trains a new run with them.`,
    leftOut: {
      callbacks:
        'Its learning rate schedule, early stopping or the like is left out: the lab has none.',
      clipping: 'Its limit on gradients is left out: the lab has none.',
      order: 'It saw the examples in the same order in every epoch; the lab shuffles them.',
      examples: 'It learnt from a part of the data; the lab takes all of it.',
      data: 'Its data is not here. Choose other data, or add it in the Data pane.',
      layers: 'It has more layers than the lab takes; the lab shows another network.',
    },
  },
  ja: {
    title: 'このブラウザに保存されている訓練',
    note: '少しでも学習すると保存されます。開くと、前回の続きから再開できます。',
    none: 'まだありません。',
    columns: {
      name: '訓練',
      epochs: 'エポック',
      accuracy: 'テストの正解率',
      saved: '保存日時',
    },
    open: (name) => `${name}を開く`,
    here: '（表示中）',
    rename: '名前を変える',
    renameRun: (name) => `${name}の名前を変える`,
    newName: (name) => `${name}の新しい名前`,
    save: 'ファイルに保存',
    saveRun: (name) => `${name}をファイルに保存する`,
    saving: (name) => `${name}のファイルを書き出しています…`,
    remove: '削除',
    removeRun: (name) => `${name}を削除`,
    sure: '本当に削除',
    diverged: '発散',
    refused: 'このブラウザは、訓練を保存できない設定になっています。',
    recordOnly: '（記録のみ）',
    again: '同じ設定で訓練',
    againRun: (name) => `${name}と同じ設定で訓練する`,
    explore: {
      network: {
        title: 'ネットワークを見る',
        label: (name) => `${name}をネットワークの可視化画面で開く`,
      },
      cnn: { title: 'CNNの中を見る', label: (name) => `${name}をCNNエクスプローラーで開く` },
    },
    taken: (name) => `「${name}」の設定を読み込みました。「開始」を押すと、新しく訓練します。`,
    leftOut: {
      callbacks: '学習率のスケジュールや早期終了などは、このラボにはないため使いません。',
      clipping: '勾配クリッピングは、このラボにはないため使いません。',
      order:
        '元の訓練では毎エポック同じ順番でデータを見せていましたが、このラボでは順番を入れ替えます。',
      examples: '元の訓練ではデータの一部だけを使っていましたが、このラボではすべてを使います。',
      data: '使われたデータがここにありません。ほかのデータを選ぶか、「データ」の画面で追加してください。',
      layers: 'このラボで扱えるより層が多いため、別のネットワークを表示しています。',
    },
  },
};
