/** @file The texts of the pane where one trains. */
import type { BackendName } from '@manabi/backends';
import type { Divergence, OptimizerSpec } from '@manabi/trainer';
import type { Localized } from '../../i18n/language.svelte.js';

export interface TrainWords {
  readonly title: string;
  readonly actions: {
    readonly label: string;
    readonly start: string;
    readonly startNew: string;
    readonly resume: string;
    readonly pause: string;
    readonly step: string;
    readonly epoch: string;
    readonly more: (epochs: number) => string;
    readonly stop: string;
    readonly rewind: string;
    readonly rewindNote: string;
  };
  readonly state: {
    readonly empty: string;
    readonly preparing: string;
    readonly download: (file: string, share: string) => string;
    readonly ready: string;
    readonly opened: string;
    readonly running: (epoch: number, epochs: number) => string;
    readonly paused: (epoch: number, epochs: number) => string;
    readonly completed: (accuracy: string, loss: string, size: string) => string;
    readonly stopped: (accuracy: string, loss: string, size: string) => string;
    readonly judging: string;
    readonly diverged: string;
    readonly ended: string;
  };
  readonly figures: {
    readonly label: string;
    readonly epoch: string;
    readonly step: string;
    readonly ofSteps: (step: string, steps: string) => string;
    readonly loss: string;
    readonly accuracy: string;
    readonly speed: string;
    readonly perSecond: (rate: string) => string;
    readonly left: string;
    readonly computes: string;
    readonly threads: (count: number) => string;
  };
  readonly minutes: (minutes: number, seconds: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly engine: { readonly plan: string; readonly autodiff: string };
  readonly fallback: (backend: string, reason: string) => string;
  readonly slowEngine: (reason: string) => string;
  readonly oneThread: string;
  readonly curves: string;
  readonly curvesNote: string;
  readonly settings: {
    readonly now: string;
    readonly nowNote: string;
    readonly anew: string;
    readonly anewNote: string;
    readonly changed: string;
    readonly startAnew: string;
    readonly pauseFirst: string;
    readonly epochs: string;
    readonly learningRate: string;
    readonly batchSize: string;
    readonly optimizer: string;
    readonly optimizers: Readonly<Record<OptimizerSpec['type'], string>>;
    readonly parameters: string;
    readonly momentum: string;
    readonly rho: string;
    readonly beta1: string;
    readonly beta2: string;
    readonly epsilon: string;
    readonly validation: string;
    readonly seed: string;
    readonly seedNote: string;
    readonly backend: string;
    readonly backends: Readonly<Record<'auto' | BackendName, string>>;
    readonly threads: string;
    readonly allThreads: string;
    readonly keep: string;
    readonly keepEpochs: string;
    readonly keepSteps: (steps: number) => string;
    readonly keepNote: (copy: string, most: number, all: string) => string;
  };
  readonly presets: {
    readonly title: string;
    readonly names: Readonly<Record<'mlpMnist' | 'mlpFashion' | 'cnnMnist' | 'tinyVgg', string>>;
  };
  readonly diverged: (found: Divergence) => string;
  readonly divergedHelp: string;
  readonly toData: string;
  readonly toNetwork: string;
  readonly useDrawn: string;
  readonly unsaved: string;
}

const lost = {
  en: (part: Divergence['part']): string => {
    switch (part.kind) {
      case 'activations':
        return `the activations of the layer “${part.layer}”`;
      case 'gradient':
        return `the gradient of the weights “${part.weight}”`;
      case 'updatedWeight':
      case 'inheritedWeight':
        return `the weights “${part.weight}”`;
      case 'loss':
        return 'the loss';
    }
  },
  ja: (part: Divergence['part']): string => {
    switch (part.kind) {
      case 'activations':
        return `層「${part.layer}」の活性化`;
      case 'gradient':
        return `重み「${part.weight}」の勾配`;
      case 'updatedWeight':
      case 'inheritedWeight':
        return `重み「${part.weight}」`;
      case 'loss':
        return '損失';
    }
  },
};

export const trainWords: Localized<TrainWords> = {
  en: {
    title: 'Train',
    actions: {
      label: 'Training',
      start: 'Start',
      startNew: 'Start a new run',
      resume: 'Go on',
      pause: 'Pause',
      step: 'One step',
      epoch: 'One epoch',
      more: (epochs) => `${epochs} more epochs`,
      stop: 'Stop and test',
      rewind: 'Rewind',
      rewindNote:
        'Rewind goes back to the same first weights; what was trained stays in the list of runs.',
    },
    state: {
      empty: 'Nothing is trained yet.',
      preparing: 'Getting data and network ready…',
      download: (file, share) => `Loading ${file}: ${share}`,
      ready: 'Ready. The weights are still random.',
      opened: 'Ready. The weights come from a file: it can answer already, or learn further.',
      running: (epoch, epochs) => `Learning: epoch ${epoch} of ${epochs}.`,
      paused: (epoch, epochs) => `Paused in epoch ${epoch} of ${epochs}.`,
      completed: (accuracy, loss, size) =>
        `Done: ${accuracy} of ${size} test examples right, loss ${loss}.`,
      stopped: (accuracy, loss, size) =>
        `Stopped: ${accuracy} of ${size} test examples right, loss ${loss}.`,
      judging: 'Testing on examples that it has never seen…',
      diverged: 'Broken off: the numbers grew without bound.',
      ended: 'Done.',
    },
    figures: {
      label: 'Where the run is',
      epoch: 'Epochs done',
      step: 'Step',
      ofSteps: (step, steps) => `${step} of ${steps}`,
      loss: 'Loss in this epoch',
      accuracy: 'Right in this epoch',
      speed: 'Examples a second',
      perSecond: (rate) => rate,
      left: 'Time left',
      computes: 'Computed by',
      threads: (count) => (count === 1 ? '1 thread' : `${count} threads`),
    },
    minutes: (minutes, seconds) => `${minutes} min ${seconds} s`,
    seconds: (seconds) => `${seconds} s`,
    engine: { plan: 'own kernels', autodiff: 'TensorFlow.js' },
    fallback: (backend, reason) => `${backend} was passed over: ${reason}.`,
    slowEngine: (reason) => `TensorFlow.js computes every operation by itself: ${reason}.`,
    oneThread:
      'It computes on one thread only, because this page is not isolated from other sites.',
    curves: 'Learning curves',
    curvesNote:
      'Solid: on the data that it learns from. Dashed: on the part held out for validation. When the dashed loss rises while the solid one falls, the network is learning by heart.',
    settings: {
      now: 'Takes effect at once',
      nowNote: 'Also while it learns. Nothing is reset.',
      anew: 'Needs a new run',
      anewNote: 'The present run is left as it is, in the list of runs.',
      changed: 'The settings differ from those of the present run.',
      startAnew: '“Start a new run” trains with them; the present run stays in the list of runs.',
      pauseFirst:
        'Pause it to begin a new one with them; the present one stays in the list of runs.',
      epochs: 'Epochs',
      learningRate: 'Learning rate',
      batchSize: 'Batch size',
      optimizer: 'Optimiser',
      optimizers: { sgd: 'SGD', momentum: 'Momentum', rmsprop: 'RMSprop', adam: 'Adam' },
      parameters: 'Its parameters',
      momentum: 'momentum',
      rho: 'ρ',
      beta1: 'β₁',
      beta2: 'β₂',
      epsilon: 'ε',
      validation: 'Held out for validation',
      seed: 'Seed',
      seedNote: 'The same seed draws the same first weights and the same order.',
      backend: 'Computed by',
      backends: { auto: 'the fastest', webgpu: 'WebGPU', wasm: 'WebAssembly', cpu: 'JavaScript' },
      threads: 'Threads',
      allThreads: 'automatic',
      keep: 'Weights kept',
      keepEpochs: 'each epoch',
      keepSteps: (steps) => (steps === 1 ? 'every step' : `every ${steps} steps`),
      keepNote: (copy, most, all) =>
        `Moments whose weights are kept can be gone back to. Each takes ${copy} of memory for this network. At most ${most} are kept, ${all} in all: when there are more, some in between are dropped, evenly; the ends of epochs are kept longest.`,
    },
    presets: {
      title: 'From the lecture',
      names: {
        mlpMnist: 'MLP 128 · MNIST · 20\u00a0epochs',
        mlpFashion: 'MLP 128 · Fashion-MNIST · 10\u00a0epochs',
        cnnMnist: 'CNN · MNIST · 12\u00a0epochs',
        tinyVgg: 'Tiny VGG · Fashion-MNIST · 10\u00a0epochs',
      },
    },
    diverged: ({ epoch, step, part, learningRate }) =>
      `The training has blown up in epoch ${epoch}${step === null ? '' : `, step ${step}`}: ${lost.en(part)} grew beyond all numbers, at a learning rate of ${learningRate}.`,
    divergedHelp:
      'Each step was so large that it made the error bigger instead of smaller. Choose a smaller learning rate and train on: it takes up from before the fault.',
    toData: 'How to add it: the data pane',
    toNetwork: 'Which layer it is: the network pane',
    useDrawn: 'Use the drawn digits',
    unsaved: 'This run is not kept for later:',
  },
  ja: {
    title: '訓練',
    actions: {
      label: '訓練の操作',
      start: '開始',
      startNew: '新しく始める',
      resume: '続ける',
      pause: '一時停止',
      step: '1ステップ',
      epoch: '1エポック',
      more: (epochs) => `あと${epochs}エポック`,
      stop: '終了してテスト',
      rewind: '巻き戻す',
      rewindNote: '「巻き戻す」は、同じ最初の重みに戻します。それまでの結果は一覧に残ります。',
    },
    state: {
      empty: 'まだ何も訓練していません。',
      preparing: 'データとネットワークを準備しています…',
      download: (file, share) => `${file}を読み込んでいます：${share}`,
      ready: '準備ができました。重みはまだランダムです。',
      opened:
        '準備ができました。重みはファイルから読み込んだものなので、すぐに使えます。続けて訓練することもできます。',
      running: (epoch, epochs) => `学習中：${epochs}エポックのうち${epoch}エポック目です。`,
      paused: (epoch, epochs) => `一時停止中：${epochs}エポックのうち${epoch}エポック目です。`,
      completed: (accuracy, loss, size) =>
        `完了：テスト用の${size}件で正解率${accuracy}、損失${loss}でした。`,
      stopped: (accuracy, loss, size) =>
        `終了：テスト用の${size}件で正解率${accuracy}、損失${loss}でした。`,
      judging: '一度も見せていないデータでテストしています…',
      diverged: '中断しました。数値が発散しています。',
      ended: '終わりました。',
    },
    figures: {
      label: '訓練の進み具合',
      epoch: '終わったエポック',
      step: 'ステップ',
      ofSteps: (step, steps) => `${step} / ${steps}`,
      loss: 'このエポックの損失',
      accuracy: 'このエポックの正解率',
      speed: '速さ',
      perSecond: (rate) => `毎秒${rate}件`,
      left: '残り時間',
      computes: '計算方法',
      threads: (count) => `${count}スレッド`,
    },
    minutes: (minutes, seconds) => `${minutes}分${seconds}秒`,
    seconds: (seconds) => `${seconds}秒`,
    engine: { plan: '専用カーネル', autodiff: 'TensorFlow.js' },
    fallback: (backend, reason) => `${backend}は使えませんでした（${reason}）。`,
    slowEngine: (reason) => `TensorFlow.jsが演算を1つずつ計算しています（${reason}）。`,
    oneThread: 'このページはほかのサイトから隔離されていないため、1スレッドだけで計算しています。',
    curves: '学習曲線',
    curvesNote:
      '実線は学習に使うデータ、破線は検証用に取り分けたデータでの値です。実線の損失が下がるのに破線が上がり始めたら、丸暗記（過学習）が始まっています。',
    settings: {
      now: 'すぐに反映される設定',
      nowNote: '学習中でも変えられます。何もリセットされません。',
      anew: '新しい訓練になる設定',
      anewNote: '今の訓練は、そのまま一覧に残ります。',
      changed: '設定が今の訓練と違います。',
      startAnew: '「新しく始める」を押すと別の訓練になり、今の訓練は一覧に残ります。',
      pauseFirst:
        'この設定で新しく始めるには、まず一時停止してください。今の訓練は一覧に残ります。',
      epochs: 'エポック数',
      learningRate: '学習率',
      batchSize: 'バッチサイズ',
      optimizer: '最適化手法',
      optimizers: { sgd: 'SGD', momentum: 'モメンタム', rmsprop: 'RMSprop', adam: 'Adam' },
      parameters: '最適化手法のパラメータ',
      momentum: 'モメンタム',
      rho: 'ρ',
      beta1: 'β₁',
      beta2: 'β₂',
      epsilon: 'ε',
      validation: '検証用に取り分ける割合',
      seed: 'シード',
      seedNote: 'シードが同じなら、最初の重みもデータの順番も同じになります。',
      backend: '計算方法',
      backends: { auto: '最も速いもの', webgpu: 'WebGPU', wasm: 'WebAssembly', cpu: 'JavaScript' },
      threads: 'スレッド数',
      allThreads: '自動',
      keep: '重みを残す間隔',
      keepEpochs: '1エポックごと',
      keepSteps: (steps) => (steps === 1 ? '1ステップごと' : `${steps}ステップごと`),
      keepNote: (copy, most, all) =>
        `重みを残した時点には、あとから戻って調べられます。このネットワークでは1つの時点に${copy}のメモリを使います。残せるのは最大${most}個（合計${all}）で、それを超えると途中のものを均等に間引きます（エポックの終わりを優先して残します）。`,
    },
    presets: {
      title: '講義の設定',
      names: {
        mlpMnist: 'MLP 128・MNIST・20エポック',
        mlpFashion: 'MLP 128・Fashion-MNIST・10エポック',
        cnnMnist: 'CNN・MNIST・12エポック',
        tinyVgg: 'Tiny VGG・Fashion-MNIST・10エポック',
      },
    },
    diverged: ({ epoch, step, part, learningRate }) =>
      `${epoch}エポック目${step === null ? '' : `の${step}ステップ目`}で、${lost.ja(part)}が数値として表せないほど大きくなり、訓練が発散しました（学習率${learningRate}）。`,
    divergedHelp:
      '1歩が大きすぎて、誤差が減るどころか増えてしまいました。学習率を小さくしてもう一度動かすと、発散する前のところから再開します。',
    toData: '追加のしかたを見る（データ）',
    toNetwork: 'どの層なのかを見る（ネットワーク）',
    useDrawn: '合成した手書き数字を使う',
    unsaved: 'この訓練は保存されません：',
  },
};
