/** @file The texts of the pane where two runs are compared. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { FigureName } from './compared-figures.js';
import type { SettingName } from './compared-settings.js';
import type { UntestedReason } from './untested-reason.js';

export interface CompareWords {
  readonly title: string;
  readonly intro: string;
  readonly tooFew: (count: number) => string;
  readonly toTraining: string;
  readonly refused: string;
  readonly elsewhere: (letter: string) => string;
  readonly same: string;
  readonly run: (letter: string) => string;
  readonly choose: string;
  readonly exchange: string;
  readonly figures: {
    readonly title: string;
    readonly figure: string;
    readonly difference: string;
    readonly names: Readonly<Record<FigureName, string>>;
    readonly better: string;
    readonly note: string;
    readonly otherData: string;
  };
  readonly curves: {
    readonly title: string;
    readonly note: string;
    readonly none: string;
  };
  readonly moment: {
    readonly end: string;
    readonly ended: string;
    readonly note: string;
  };
  readonly settings: {
    readonly title: string;
    readonly setting: string;
    readonly names: Readonly<Record<SettingName, string>>;
    readonly differs: string;
    readonly count: (differing: number, all: number) => string;
    readonly callbacks: Readonly<Record<string, string>>;
    readonly clipping: Readonly<Record<'norm' | 'value', (limit: number) => string>>;
    readonly fromFile: string;
    readonly fromSeed: string;
  };
  readonly matrices: {
    readonly title: string;
    readonly of: (run: string) => string;
    readonly show: string;
    readonly shows: Readonly<Record<'counts' | 'rows', string>>;
    readonly untested: Readonly<Record<UntestedReason, string>>;
    readonly note: string;
  };
}

export const compareWords: Localized<CompareWords> = {
  en: {
    title: 'Compare two runs',
    intro:
      'Change one thing, train again, and see what it did. Both runs may come from this browser or from opened files.',
    tooFew: (count) =>
      count === 0
        ? 'Two kept runs are needed, and there is none yet.'
        : 'Two kept runs are needed, and there is only one yet.',
    toTraining: 'Train a network',
    refused: 'The browser does not let this page keep runs, so there are none to compare.',
    elsewhere: (letter) =>
      `The run ${letter} of this link is not kept in this browser. Choose another.`,
    same: 'A and B are the same run.',
    run: (letter) => `Run ${letter}`,
    choose: 'Choose a run',
    exchange: 'Swap A and B',
    figures: {
      title: 'What came of them',
      figure: 'Figure',
      difference: 'B − A',
      names: {
        parameters: 'Parameters',
        epochs: 'Epochs done',
        loss: 'Training loss',
        accuracy: 'Training accuracy, %',
        valLoss: 'Validation loss',
        valAccuracy: 'Validation accuracy, %',
        testLoss: 'Test loss',
        testAccuracy: 'Test accuracy, %',
        seconds: 'Time, s',
      },
      better: 'better',
      note: 'Training and validation: of the last epoch. A small difference may be chance: train both with another seed and look again.',
      otherData:
        'The two runs used different data, so their figures do not say which network is better.',
    },
    curves: {
      title: 'Learning curves',
      note: 'Solid: training data. Dashed: validation data. One colour a run.',
      none: 'Neither of the two has finished an epoch.',
    },
    moment: {
      end: 'the end of each',
      ended: 'at its end',
      note: 'The line in the curves and the confusion matrices are of this moment, or of the nearest whose weights are kept.',
    },
    settings: {
      title: 'Settings',
      setting: 'Setting',
      names: {
        data: 'Data',
        sizes: 'Examples, training + test',
        layers: 'Layers',
        epochs: 'Epochs',
        batchSize: 'Batch size',
        optimizer: 'Optimiser',
        learningRate: 'Learning rate',
        momentum: 'Momentum',
        rho: 'ρ',
        beta1: 'β₁',
        beta2: 'β₂',
        epsilon: 'ε',
        validationSplit: 'Held out for validation',
        seed: 'Seed',
        gradientClipping: 'Gradient clipping',
        callbacks: 'While training',
        firstWeights: 'First weights',
        backend: 'Computed by',
        engine: 'Engine',
        threads: 'Threads',
      },
      differs: 'differs',
      count: (differing, all) =>
        differing === 0
          ? `All ${all} settings are the same.`
          : differing === 1
            ? `1 of ${all} settings differs.`
            : `${differing} of ${all} settings differ.`,
      callbacks: {
        learningRateSchedule: 'learning rate schedule',
        reduceOnPlateau: 'smaller rate on a plateau',
        earlyStopping: 'early stopping',
      },
      clipping: {
        norm: (limit) => `norm up to ${limit}`,
        value: (limit) => `each up to ±${limit}`,
      },
      fromFile: 'from a file',
      fromSeed: 'drawn from the seed',
    },
    matrices: {
      title: 'Confusion matrices',
      of: (run) => `${run}: confusion matrix`,
      show: 'Numbers',
      shows: { counts: 'examples', rows: '% of the true class' },
      untested: {
        held: 'This run has not been tested. Open it and press “Stop and test”.',
        diverged: 'The numbers of this run ran away. It was broken off, so it was never tested.',
        record: 'This record was written without test figures.',
        model: 'This model came without test figures. Open it, and the Look pane tests it.',
      },
      note: 'On the test data. The diagonal is right; the rest are mistakes.',
    },
  },
  ja: {
    title: '2つの訓練を比べる',
    intro:
      '設定を1つだけ変えてもう一度訓練し、何が変わったかを見てみましょう。このブラウザで訓練したものも、ファイルから開いたものも比べられます。',
    tooFew: (count) =>
      count === 0
        ? '比べるには、保存された訓練が2つ必要です。まだ1つもありません。'
        : '比べるには、保存された訓練が2つ必要です。まだ1つしかありません。',
    toTraining: 'ネットワークを訓練する',
    refused: 'このブラウザは訓練を保存できない設定になっているため、比べるものがありません。',
    elsewhere: (letter) =>
      `リンクにある訓練${letter}は、このブラウザに保存されていません。ほかの訓練を選んでください。`,
    same: 'AとBは同じ訓練です。',
    run: (letter) => `訓練${letter}`,
    choose: '訓練を選んでください',
    exchange: 'AとBを入れ替える',
    figures: {
      title: '結果',
      figure: '項目',
      difference: 'B − A',
      names: {
        parameters: 'パラメータ数',
        epochs: '終えたエポック数',
        loss: '訓練の損失',
        accuracy: '訓練の正解率（%）',
        valLoss: '検証の損失',
        valAccuracy: '検証の正解率（%）',
        testLoss: 'テストの損失',
        testAccuracy: 'テストの正解率（%）',
        seconds: '時間（秒）',
      },
      better: '良い方',
      note: '訓練と検証の値は、最後のエポックのものです。わずかな差は偶然かもしれません。シードを変えて両方を訓練し直し、もう一度比べてみましょう。',
      otherData:
        '2つの訓練では使ったデータが違うため、この数値からどちらのネットワークが優れているかは言えません。',
    },
    curves: {
      title: '学習曲線',
      note: '実線は訓練データ、破線は検証データでの値です。色が訓練A・Bを表します。',
      none: 'どちらの訓練も、まだ1エポックも終わっていません。',
    },
    moment: {
      end: 'それぞれの終わり',
      ended: '訓練の終わり',
      note: '学習曲線の縦線と混同行列は、この時点のものです。この時点の重みが残っていなければ、最も近い時点のものになります。',
    },
    settings: {
      title: '設定',
      setting: '設定',
      names: {
        data: 'データ',
        sizes: 'データの件数（訓練 + テスト）',
        layers: '層',
        epochs: 'エポック数',
        batchSize: 'バッチサイズ',
        optimizer: '最適化手法',
        learningRate: '学習率',
        momentum: 'モメンタム',
        rho: 'ρ',
        beta1: 'β₁',
        beta2: 'β₂',
        epsilon: 'ε',
        validationSplit: '検証用に取り分けた割合',
        seed: 'シード',
        gradientClipping: '勾配クリッピング',
        callbacks: '訓練中の調整',
        firstWeights: '最初の重み',
        backend: '計算方法',
        engine: '計算エンジン',
        threads: 'スレッド数',
      },
      differs: '違う',
      count: (differing, all) =>
        differing === 0
          ? `${all}項目の設定は、すべて同じです。`
          : `${all}項目のうち${differing}項目が違います。`,
      callbacks: {
        learningRateSchedule: '学習率のスケジュール',
        reduceOnPlateau: '停滞したら学習率を下げる',
        earlyStopping: '早期終了',
      },
      clipping: {
        norm: (limit) => `ノルムを${limit}以下に`,
        value: (limit) => `各値を±${limit}以内に`,
      },
      fromFile: 'ファイルから',
      fromSeed: 'シードで決めた乱数',
    },
    matrices: {
      title: '混同行列',
      of: (run) => `${run}：混同行列`,
      show: '数値',
      shows: { counts: '件数', rows: '正解クラスに占める%' },
      untested: {
        held: 'この訓練はまだテストしていません。開いて「終了してテスト」を押してください。',
        diverged: 'この訓練は、数値が発散して途中で打ち切られたため、テストしていません。',
        record: 'この記録には、テストの結果が入っていません。',
        model:
          'このモデルのファイルには、テストの結果が入っていませんでした。開くと「調べる」の画面でテストできます。',
      },
      note: 'テストデータでの結果です。対角線上が正解、それ以外が間違いです。',
    },
  },
};
