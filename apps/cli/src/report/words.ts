/** @file What a report says, in each language. */

export interface ReportWords {
  readonly title: (model: string, data: string) => string;
  readonly lede: (train: string, test: string) => string;
  readonly testAccuracy: string;
  readonly testLoss: string;
  readonly epochs: string;
  readonly time: string;
  readonly parameters: string;
  readonly outcomes: Readonly<Record<'stopped' | 'aborted' | 'diverged', string>>;
  readonly untested: string;
  readonly curves: string;
  readonly curvesNote: string;
  readonly numbers: string;
  readonly layers: string;
  readonly layersNote: string;
  readonly predictions: string;
  readonly predictionsNote: string;
  readonly mistakes: string;
  readonly mistakesNote: string;
  readonly noMistakes: string;
  readonly example: string;
  readonly truth: string;
  readonly predicted: string;
  readonly confidence: string;
  readonly confusion: string;
  readonly confusionNote: string;
  readonly classes: string;
  readonly classesNote: string;
  readonly model: string;
  readonly layer: string;
  readonly type: string;
  readonly output: string;
  readonly parametersOf: string;
  readonly total: string;
  readonly reproduce: string;
  readonly reproduceNote: string;
  readonly data: string;
  readonly dataTrain: string;
  readonly dataTest: string;
  readonly optimizer: string;
  readonly batchSize: string;
  readonly validationSplit: string;
  readonly seed: string;
  readonly callbacks: string;
  readonly learningRate: string;
  readonly gradientClipping: string;
  readonly clipping: Readonly<Record<'norm' | 'value', (limit: number) => string>>;
  readonly schedules: {
    readonly cosine: string;
    readonly oneCycle: string;
    readonly exponential: (factor: number) => string;
    readonly step: (every: number, factor: number) => string;
  };
  readonly monitors: Readonly<Record<'loss' | 'accuracy' | 'valLoss' | 'valAccuracy', string>>;
  readonly plateau: (monitor: string, patience: number, factor: number) => string;
  readonly earlyStopping: (monitor: string, patience: number) => string;
  /** After the outcome: what made it so. */
  readonly because: (what: string) => string;
  readonly grey: string;
  readonly firstWeights: (seed: number) => string;
  /** Between items of a list. */
  readonly separator: string;
  readonly none: string;
  readonly computedBy: string;
  readonly threads: (count: number) => string;
  readonly runtime: string;
  readonly versions: string;
  readonly weights: string;
  readonly examples: (count: string) => string;
}

function epochs(count: number): string {
  return count === 1 ? '1 epoch' : `${count} epochs`;
}

export const reportWords: Readonly<Record<'en' | 'ja', ReportWords>> = {
  en: {
    title: (model, data) => `${model} on ${data}`,
    lede: (train, test) => `Learned from ${train} examples, tested on ${test} that it never saw.`,
    testAccuracy: 'Test accuracy',
    testLoss: 'Test loss',
    epochs: 'Epochs',
    time: 'Time',
    parameters: 'Parameters',
    outcomes: {
      stopped: 'The run was stopped early',
      aborted: 'The run was interrupted',
      diverged: 'The run diverged',
    },
    untested: 'A run that was interrupted or diverged is not tested, so there are no predictions.',
    curves: 'Learning',
    curvesNote:
      'Loss should fall while accuracy rises. Where the validation curve turns away from the training curve, the network begins to learn its examples by heart.',
    numbers: 'The numbers',
    layers: 'Inside the layers',
    layersNote:
      'What each layer gives and how strongly it is corrected, after every epoch, on up to 256 training examples. Where gradients shrink from the last layer to the first, the first learns slowly; a ReLU that gives 0 for every example learns nothing any more.',
    predictions: 'Predictions',
    predictionsNote:
      'The first test examples. Every class has a grey bar; the predicted one is red, and the true one is blue and drawn over it. A right answer therefore shows blue only.',
    mistakes: 'Worst mistakes',
    mistakesNote: 'Wrong answers that the network was most certain of.',
    noMistakes: 'The network got every test example right.',
    example: 'Example',
    truth: 'True class',
    predicted: 'Predicted',
    confidence: 'Confidence',
    confusion: 'What is taken for what',
    confusionNote: 'A row for each true class, a column for each prediction.',
    classes: 'Class by class',
    classesNote:
      'Precision: of the examples called this class, the share that is. Recall: of the examples that are this class, the share that was found. F1 joins both.',
    model: 'The network',
    layer: 'Layer',
    type: 'Kind',
    output: 'Output',
    parametersOf: 'Parameters',
    total: 'Total',
    reproduce: 'How to repeat this run',
    reproduceNote:
      'With the record of the run, the same data and the same version of manabi. On the same engine every number comes out the same, to the last bit.',
    data: 'Data',
    dataTrain: 'Training data, SHA-256',
    dataTest: 'Test data, SHA-256',
    optimizer: 'Optimiser',
    batchSize: 'Batch size',
    validationSplit: 'Held out for validation',
    seed: 'Seed',
    callbacks: 'While it ran',
    learningRate: 'learning rate',
    gradientClipping: 'Gradient clipping',
    clipping: {
      norm: (limit) => `all together to a norm of ${limit}`,
      value: (limit) => `each number to ±${limit}`,
    },
    schedules: {
      cosine: 'learning rate along a cosine',
      oneCycle: 'learning rate in one cycle',
      exponential: (factor) => `learning rate times ${factor} every epoch`,
      step: (every, factor) =>
        `learning rate times ${factor} every ${every === 1 ? 'epoch' : `${every} epochs`}`,
    },
    monitors: {
      loss: 'training loss',
      accuracy: 'training accuracy',
      valLoss: 'validation loss',
      valAccuracy: 'validation accuracy',
    },
    plateau: (monitor, patience, factor) =>
      `learning rate times ${factor} after ${epochs(patience)} without a better ${monitor}`,
    earlyStopping: (monitor, patience) =>
      `stop after ${epochs(patience)} without a better ${monitor}`,
    because: (what) => ` (${what}).`,
    grey: 'grey',
    firstWeights: (seed) => `first weights from ${seed}`,
    separator: '; ',
    none: 'nothing',
    computedBy: 'Computed by',
    threads: (count) => (count === 1 ? '1 thread' : `${count} threads`),
    runtime: 'Program',
    versions: 'Versions',
    weights: 'Weights, SHA-256',
    examples: (count) => `${count} examples`,
  },
  ja: {
    title: (model, data) => `${data}を学習した${model}`,
    lede: (train, test) => `${train}件の例で学習し、学習に使っていない${test}件でテストしました。`,
    testAccuracy: 'テスト正解率',
    testLoss: 'テスト損失',
    epochs: 'エポック数',
    time: '所要時間',
    parameters: 'パラメータ数',
    outcomes: {
      stopped: '学習は途中で打ち切られました',
      aborted: '学習は中断されました',
      diverged: '学習は発散しました',
    },
    untested: '中断または発散した学習ではテストを行わないため、予測の結果はありません。',
    curves: '学習の進み方',
    curvesNote:
      '損失が下がり、正解率が上がっていれば学習は順調です。検証の曲線が訓練の曲線から離れはじめたら、ネットワークが訓練データを丸暗記しはじめたしるしです。',
    numbers: '数値を見る',
    layers: '層のようす',
    layersNote:
      '各エポックの終わりに、訓練データ最大256件を使って各層の出力と勾配を調べました。出力側から入力側に向かって勾配が小さくなっていくと、入力に近い層はなかなか学習できません。どの例に対しても0しか出さない「死んだReLU」は、それ以上学習しません。',
    predictions: '予測の例',
    predictionsNote:
      'テストデータの先頭の例です。各クラスの棒は灰色で、予測したクラスは赤、正解のクラスは青で重ねて描きます。正解していれば青い棒だけが見えます。',
    mistakes: '自信満々の間違い',
    mistakesNote: '間違えた例のうち、確信度が最も高かったものです。',
    noMistakes: 'テストデータにすべて正解しました。',
    example: '例',
    truth: '正解',
    predicted: '予測',
    confidence: '確信度',
    confusion: '何を何と間違えたか',
    confusionNote: '行が正解のクラス、列が予測したクラスです。',
    classes: 'クラスごとの成績',
    classesNote:
      '適合率は、そのクラスと予測したもののうち実際にそうだった割合。再現率は、そのクラスのもののうち見つけられた割合。F1値は両方をまとめた値です。',
    model: 'ネットワークの構成',
    layer: '層',
    type: '種類',
    output: '出力',
    parametersOf: 'パラメータ',
    total: '合計',
    reproduce: 'この学習を再現するには',
    reproduceNote:
      'この学習の記録と、同じデータ、同じバージョンのmanabiがあれば再現できます。計算エンジンも同じなら、すべての数値が最後の1ビットまで一致します。',
    data: 'データ',
    dataTrain: '訓練データのSHA-256',
    dataTest: 'テストデータのSHA-256',
    optimizer: '最適化手法',
    batchSize: 'バッチサイズ',
    validationSplit: '検証に回した割合',
    seed: '乱数の種',
    callbacks: '学習中の調整',
    learningRate: '学習率',
    gradientClipping: '勾配クリッピング',
    clipping: {
      norm: (limit) => `全体のノルムを${limit}以下に制限`,
      value: (limit) => `各成分を±${limit}以内に制限`,
    },
    schedules: {
      cosine: '学習率をコサイン曲線に沿って下げる',
      oneCycle: '学習率をワンサイクルで上げ下げする',
      exponential: (factor) => `学習率を1エポックごとに${factor}倍`,
      step: (every, factor) => `学習率を${every}エポックごとに${factor}倍`,
    },
    monitors: {
      loss: '訓練損失',
      accuracy: '訓練正解率',
      valLoss: '検証損失',
      valAccuracy: '検証正解率',
    },
    plateau: (monitor, patience, factor) =>
      `${monitor}が${patience}エポック改善しなければ学習率を${factor}倍`,
    earlyStopping: (monitor, patience) => `${monitor}が${patience}エポック改善しなければ終了`,
    because: (what) => `（${what}）。`,
    grey: 'グレースケール',
    firstWeights: (seed) => `重みの初期値は${seed}`,
    separator: '、',
    none: 'なし',
    computedBy: '計算の方法',
    threads: (count) => `${count}スレッド`,
    runtime: '実行環境',
    versions: 'バージョン',
    weights: '重みのSHA-256',
    examples: (count) => `${count}件`,
  },
};
