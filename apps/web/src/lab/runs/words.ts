/** @file The texts of the list of runs. */
import type { Localized } from '../../i18n/language.svelte.js';

export interface RunsWords {
  readonly title: string;
  readonly note: string;
  readonly none: string;
  readonly columns: {
    readonly name: string;
    readonly epochs: string;
    readonly accuracy: string;
    readonly saved: string;
    readonly actions: string;
  };
  readonly open: (name: string) => string;
  readonly here: string;
  readonly rename: string;
  readonly renameRun: (name: string) => string;
  readonly newName: (name: string) => string;
  readonly remove: string;
  readonly removeRun: (name: string) => string;
  readonly sure: string;
  readonly diverged: string;
  readonly refused: string;
}

export const runsWords: Localized<RunsWords> = {
  en: {
    title: 'Runs kept in this browser',
    note: 'A run is kept as soon as it has learned something. Opened again, it goes on where it was left.',
    none: 'There is none yet.',
    columns: {
      name: 'Run',
      epochs: 'Epochs',
      accuracy: 'Test accuracy',
      saved: 'Kept',
      actions: 'Change',
    },
    open: (name) => `Open ${name}`,
    here: 'open now',
    rename: 'Rename',
    renameRun: (name) => `Rename ${name}`,
    newName: (name) => `New name of ${name}`,
    remove: 'Delete',
    removeRun: (name) => `Delete ${name}`,
    sure: 'Really delete',
    diverged: 'diverged',
    refused: 'The browser does not let this page keep runs.',
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
      actions: '変更',
    },
    open: (name) => `${name}を開く`,
    here: '表示中',
    rename: '名前を変える',
    renameRun: (name) => `${name}の名前を変える`,
    newName: (name) => `${name}の新しい名前`,
    remove: '削除',
    removeRun: (name) => `${name}を削除`,
    sure: '本当に削除',
    diverged: '発散',
    refused: 'このブラウザは、訓練を保存できない設定になっています。',
  },
};
