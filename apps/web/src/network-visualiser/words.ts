/** @file The texts of the network visualiser. */
import type { Localized } from '../i18n/language.svelte.js';
import type { MatrixKind, PaneName } from './inspection/step-matrices.js';
import type { LayerActivation } from './network/layer-values.js';
import type { DataName } from './network/load-data.js';

export interface VisualiserWords {
  readonly title: string;
  readonly intro: string;
  readonly done: string;
  readonly activations: Readonly<Record<LayerActivation, string>>;
  readonly optimizers: Readonly<Record<'sgd' | 'adam', string>>;
  readonly layers: {
    readonly input: string;
    /** @param only - whether it is the only hidden layer. */
    readonly hidden: (number: number, only: boolean) => string;
    readonly output: string;
    readonly neuron: (layer: string, number: number) => string;
    /** Where its layer is known. */
    readonly short: (number: number) => string;
    readonly outputFor: (name: string) => string;
    readonly features: readonly string[];
    readonly measured: (value: number) => string;
    readonly pixel: (row: number, column: number) => string;
  };
  readonly data: {
    readonly title: string;
    readonly names: Readonly<Record<DataName, string>>;
    readonly about: Readonly<Record<DataName, string>>;
    readonly choose: string;
    readonly pick: string;
    readonly sizes: (train: string, test: string) => string;
    readonly loading: string;
    readonly missing: (name: string) => string;
  };
  readonly run: {
    readonly title: string;
    readonly own: string;
    readonly missing: string;
    readonly notDense: string;
    readonly data: string;
  };
  readonly structure: {
    readonly title: string;
    readonly layer: (number: number) => string;
    readonly units: string;
    readonly unitsOf: (layer: number) => string;
    readonly activationOf: (layer: number) => string;
    readonly add: string;
    readonly remove: (layer: number) => string;
    readonly optimizer: string;
    readonly batch: string;
    readonly batchNote: string;
    readonly settle: string;
    readonly resets: (steps: string) => string;
    readonly didReset: string;
    readonly parameters: (count: string) => string;
  };
  readonly initialise: {
    readonly title: string;
    readonly seed: string;
    readonly about: string;
    readonly act: string;
    readonly again: string;
    readonly summary: (seed: number) => string;
  };
  readonly training: {
    readonly title: string;
    readonly rate: string;
    readonly rateSlider: string;
    readonly rateNote: string;
    readonly oneStep: string;
    readonly oneEpoch: string;
    readonly epochs: (count: number) => string;
    readonly run: string;
    readonly pause: string;
    readonly rewind: string;
    readonly steps: string;
    readonly epoch: string;
    readonly loss: string;
    readonly testAccuracy: string;
    readonly spoken: (steps: number, accuracy: string) => string;
    readonly summary: (epochs: string) => string;
    readonly replaying: string;
    /** Beside a moment that is not the present. */
    readonly past: string;
  };
  readonly drawing: {
    readonly title: string;
    readonly hint: string;
    readonly empty: string;
    /** Of a layer without biases. */
    readonly withoutBias: string;
  };
  /** Under the title of the part that breaks the network. */
  readonly breaking: string;
  readonly weightImages: {
    readonly title: string;
    readonly note: (largest: string) => string;
    readonly of: (neuron: number) => string;
  };
  readonly sample: {
    readonly title: string;
    readonly place: (number: number, total: number, part: 'train' | 'test') => string;
    readonly others: string;
    readonly previous: string;
    readonly next: string;
    readonly random: string;
    readonly wrong: string;
    readonly nothingWrong: string;
    readonly truth: string;
    readonly answer: string;
    readonly bars: string;
    readonly untrained: string;
  };
  readonly inspection: {
    readonly title: string;
    readonly hint: string;
    readonly close: string;
    readonly back: string;
    readonly undo: string;
    readonly silenced: string;
    readonly withoutBias: string;
  };
  readonly neuron: {
    readonly caption: string;
    readonly input: string;
    readonly value: string;
    readonly weight: string;
    readonly product: string;
    readonly weightFrom: (input: string) => string;
    readonly openConnection: (input: string) => string;
    readonly others: (count: number) => string;
    readonly bias: string;
    readonly sum: string;
    readonly exponential: string;
    readonly exponentials: (count: number) => string;
    readonly share: string;
    readonly output: (activation: string) => string;
    readonly note: (decimals: number) => string;
    readonly weightsAsImage: string;
    readonly productsAsImage: string;
  };
  readonly connection: {
    readonly title: (from: string, to: string) => string;
    readonly weight: string;
    readonly hint: (from: string, to: string) => string;
    readonly change: string;
    readonly ownChange: string;
    readonly gradient: string;
    readonly answers: string;
    readonly effect: string;
    readonly before: string;
    readonly now: string;
    readonly sampleLoss: string;
    readonly testLoss: string;
    readonly testAccuracy: string;
  };
  readonly panes: {
    readonly title: string;
    readonly none: string;
    readonly hint: string;
    readonly alsoIn: string;
    readonly onlyHere: string;
    readonly pane: Readonly<Record<PaneName, string>>;
    readonly saying: Readonly<Record<PaneName, string>>;
    readonly names: Readonly<Record<MatrixKind, string>>;
    readonly forExample: (number: number, neuron: string) => string;
    readonly forWeight: (from: string, to: string) => string;
    readonly others: (count: number) => string;
    readonly adam: (rate: string) => string;
    readonly stepNote: (step: number, examples: number) => string;
  };
}

export const words: Localized<VisualiserWords> = {
  en: {
    title: 'Network visualiser',
    intro:
      'Build a network in four steps, watch it learn, and open any neuron, connection or number of it.',
    done: 'done',
    activations: {
      relu: 'ReLU',
      sigmoid: 'Sigmoid',
      tanh: 'tanh',
      linear: 'None (linear)',
      softmax: 'Softmax',
    },
    optimizers: { sgd: 'SGD', adam: 'Adam' },
    layers: {
      input: 'Input',
      hidden: (number, only) => (only ? 'Hidden' : `Hidden ${number}`),
      output: 'Output',
      neuron: (layer, number) => `${layer}, neuron ${number}`,
      short: (number) => `neuron ${number}`,
      outputFor: (name) => `Output ${name}`,
      features: ['sepal length', 'sepal width', 'petal length', 'petal width'],
      measured: (value) => `${value.toFixed(1)} cm`,
      pixel: (row, column) => `pixel ${row}, ${column}`,
    },
    data: {
      title: 'Pick a data set',
      names: {
        iris: 'Iris',
        'synthetic-digits': 'Drawn digits',
        mnist: 'MNIST',
        'fashion-mnist': 'Fashion-MNIST',
      },
      about: {
        iris: 'Three species of iris, told apart by four measurements of their flowers.',
        'synthetic-digits':
          'Digits that a program draws as if by hand: 28 by 28 pixels, so 784 inputs.',
        mnist: 'Handwritten digits: 28 by 28 pixels, so 784 inputs.',
        'fashion-mnist': 'Pieces of clothing: 28 by 28 pixels, so 784 inputs.',
      },
      choose: 'Data set',
      pick: 'Take it',
      sizes: (train, test) => `${train} examples to learn from, ${test} to test with.`,
      loading: 'Loading…',
      missing: (name) =>
        `The files of ${name} do not lie beside this site. Choose another data set in step 1.`,
    },
    run: {
      title: 'From the lab',
      own: 'Build a network of my own',
      missing: 'This browser does not keep that run; perhaps another one does.',
      notDense:
        'That network has other layers than dense ones, or too many; it cannot be drawn here.',
      data: 'This run’s data',
    },
    structure: {
      title: 'Configure the network',
      layer: (number) => `Hidden layer ${number}`,
      units: 'neurons',
      unitsOf: (layer) => `Neurons of hidden layer ${layer}`,
      activationOf: (layer) => `Activation of hidden layer ${layer}`,
      add: 'Hidden layer',
      remove: (layer) => `Remove hidden layer ${layer}`,
      optimizer: 'Optimiser',
      batch: 'Batch size',
      batchNote: 'So many examples are looked at before each update.',
      settle: 'Use this structure',
      resets: (steps) =>
        `A change here begins again from first weights: ${steps} steps of training are lost.`,
      didReset: 'Begun again from first weights.',
      parameters: (count) => `${count} parameters`,
    },
    initialise: {
      title: 'Initialise',
      seed: 'Seed',
      about:
        'Each weight gets a small random number (Glorot), each bias 0. The same seed gives the same weights.',
      act: 'Draw the first weights',
      again: 'Draw others (next seed)',
      summary: (seed) => `Glorot, seed ${seed}`,
    },
    training: {
      title: 'Train',
      rate: 'Learning rate',
      rateSlider: 'Learning rate, slider',
      rateNote: 'Applies from the next step on, also while it runs. It resets nothing.',
      oneStep: 'One step',
      oneEpoch: 'One epoch',
      epochs: (count) => `${count} epochs`,
      run: 'Run',
      pause: 'Pause',
      rewind: 'Rewind to the first weights',
      steps: 'Steps',
      epoch: 'Epochs',
      loss: 'Loss',
      testAccuracy: 'Test accuracy',
      spoken: (steps, accuracy) =>
        `${steps} steps done.${accuracy === '' ? '' : ` ${accuracy} right in the test.`}`,
      summary: (epochs) => `${epochs} epochs`,
      replaying: 'Training up to the shared state…',
      past: 'A look back. Training, or a weight that you change, goes on from here; what came after is then left behind.',
    },
    drawing: {
      title: 'The network',
      hint: 'Click a neuron or a connection. Keyboard: Tab into the drawing, then arrow keys and Enter; Escape goes back.',
      empty: 'Pick a data set, and the network appears here.',
      withoutBias: 'no biases',
    },
    breaking:
      'The drawing and the cards show the broken network; training goes on with the whole one.',
    weightImages: {
      title: 'The weights of each hidden neuron as an image',
      note: (largest) =>
        `Blue pixels excite the neuron, orange ones hold it back; the strongest colour is a weight of ±${largest}. Click an image to open its neuron.`,
      of: (neuron) => `Weights of neuron ${neuron}`,
    },
    sample: {
      title: 'Sample',
      place: (number, total, part) =>
        `${number} of ${total} (${part === 'train' ? 'training' : 'test'})`,
      others: 'Other samples',
      previous: 'Previous sample',
      next: 'Next sample',
      random: 'Another',
      wrong: 'Wrong one',
      nothingWrong: 'The network gets every sample right.',
      truth: 'It is',
      answer: 'network:',
      bars: 'Class probabilities',
      untrained: 'The network answers as soon as it has weights (step 3).',
    },
    inspection: {
      title: 'What is open',
      hint: 'Nothing is open yet. Click a neuron to see its sum, or a connection to change its weight.',
      close: 'Close',
      back: 'Back to the neuron',
      undo: 'Undo',
      silenced:
        'Silenced: all its weights and its bias count as 0, so its sum is 0, whatever comes in.',
      withoutBias: 'The biases of this layer are taken out.',
    },
    neuron: {
      caption: 'Inputs, weights and their products',
      input: 'Input',
      value: 'Value',
      weight: 'Weight',
      product: 'Product',
      weightFrom: (input) => `Weight from ${input}`,
      openConnection: (input) => `Open the connection from ${input}`,
      others: (count) => `${count} more inputs together`,
      bias: 'Bias',
      sum: 'Sum',
      exponential: 'e to the power of the sum',
      exponentials: (count) => `the same for all ${count} outputs, added up`,
      share: 'Softmax: its share of them',
      output: (activation) => `Output: ${activation} of the sum`,
      note: (decimals) =>
        `All numbers have ${decimals} decimals; products are rounded so that the column adds up exactly.`,
      weightsAsImage: 'Weights',
      productsAsImage: 'Input × weight',
    },
    connection: {
      title: (from, to) => `${from} → ${to}`,
      weight: 'Weight of the connection',
      hint: (from, to) =>
        `What ${from} gives, times the weight, is its part in the sum of ${to}. Type a weight or use the arrow keys.`,
      change: 'Change in the last update',
      ownChange: 'Your last change',
      gradient: 'Gradient in that step',
      answers: 'What the network says',
      effect: 'What your change does',
      before: 'Before',
      now: 'Now',
      sampleLoss: 'Loss, this sample',
      testLoss: 'Test loss',
      testAccuracy: 'Test accuracy',
    },
    panes: {
      title: 'One training step, number by number',
      none: 'After the first training step, its numbers stand here: forward, gradients, update.',
      hint: 'Point at a matrix to see where else it is used. A click holds it and follows one number.',
      alsoIn: 'Used in:',
      onlyHere: 'Used only here.',
      pane: { forward: 'Forward', gradients: 'Gradients', update: 'Update' },
      saying: {
        forward: 'Each example (a row) goes through all neurons of the layer (columns).',
        gradients: 'How the loss would change if each number grew a little.',
        update: 'Every weight takes a small step against its gradient.',
      },
      names: {
        input: 'inputs of the layer',
        kernel: 'weights',
        bias: 'biases',
        sums: 'sums',
        output: 'outputs',
        outputGradient: 'gradients of the outputs',
        sumsGradient: 'gradients of the sums',
        kernelGradient: 'gradients of the weights',
        biasGradient: 'gradients of the biases',
        kernelChange: 'changes of the weights',
        biasChange: 'changes of the biases',
        newKernel: 'new weights',
        newBias: 'new biases',
      },
      forExample: (number, neuron) => `Example ${number} of the batch, ${neuron}:`,
      forWeight: (from, to) => `Weight ${from} → ${to}:`,
      others: (count) => `(${count} more)`,
      adam: (rate) => `Adam scales the gradient by its own past (learning rate ${rate}):`,
      stepNote: (step, examples) =>
        `Step ${step}, on a batch of ${examples} examples. Gradients are those of the mean loss.`,
    },
  },
  ja: {
    title: 'ネットワーク可視化',
    intro:
      '4つの手順でネットワークを作り、学習の様子を観察します。どのニューロン、結合、数値も開いて確かめられます。',
    done: '完了',
    activations: {
      relu: 'ReLU',
      sigmoid: 'シグモイド',
      tanh: 'tanh',
      linear: 'なし（線形）',
      softmax: 'ソフトマックス',
    },
    optimizers: { sgd: 'SGD', adam: 'Adam' },
    layers: {
      input: '入力層',
      hidden: (number, only) => (only ? '隠れ層' : `隠れ層${number}`),
      output: '出力層',
      neuron: (layer, number) => `${layer}のニューロン${number}`,
      short: (number) => `ニューロン${number}`,
      outputFor: (name) => `出力「${name}」`,
      features: ['がく片の長さ', 'がく片の幅', '花弁の長さ', '花弁の幅'],
      measured: (value) => `${value.toFixed(1)} cm`,
      pixel: (row, column) => `${row}行${column}列の画素`,
    },
    data: {
      title: 'データを選ぶ',
      names: {
        iris: 'アヤメ（Iris）',
        'synthetic-digits': '合成した手書き数字',
        mnist: 'MNIST',
        'fashion-mnist': 'Fashion-MNIST',
      },
      about: {
        iris: '花の4つの寸法から、3種類のアヤメを見分けます。',
        'synthetic-digits':
          'プログラムが手書き風に描いた数字です。28×28画素なので、入力は784個です。',
        mnist: '手書きの数字です。28×28画素なので、入力は784個です。',
        'fashion-mnist': '衣料品の画像です。28×28画素なので、入力は784個です。',
      },
      choose: 'データセット',
      pick: 'これを使う',
      sizes: (train, test) => `学習用${train}件、テスト用${test}件です。`,
      loading: '読み込み中…',
      missing: (name) =>
        `${name}のファイルがこのサイトに置かれていません。手順1で別のデータを選んでください。`,
    },
    run: {
      title: 'ラボのネットワーク',
      own: '自分でネットワークを作る',
      missing:
        'この学習結果は、このブラウザには保存されていません。別のブラウザにあるかもしれません。',
      notDense: '全結合層以外の層があるか、層が多すぎるため、ここでは表示できません。',
      data: 'この学習結果のデータ',
    },
    structure: {
      title: 'ネットワークを設定する',
      layer: (number) => `隠れ層${number}`,
      units: '個',
      unitsOf: (layer) => `隠れ層${layer}のニューロンの数`,
      activationOf: (layer) => `隠れ層${layer}の活性化関数`,
      add: '隠れ層を追加',
      remove: (layer) => `隠れ層${layer}を取り除く`,
      optimizer: '最適化手法',
      batch: 'バッチサイズ',
      batchNote: 'この件数のデータを見るたびに、重みを1回更新します。',
      settle: 'この構造で進む',
      resets: (steps) =>
        `ここを変えると最初の重みからやり直しになり、${steps}ステップ分の学習が失われます。`,
      didReset: '最初の重みからやり直しました。',
      parameters: (count) => `パラメータは${count}個`,
    },
    initialise: {
      title: '初期化する',
      seed: 'シード',
      about:
        '重みには小さな乱数（Glorot）を、バイアスには0を入れます。シードが同じなら、重みも同じになります。',
      act: '最初の重みを決める',
      again: '別の重みにする（次のシード）',
      summary: (seed) => `Glorot、シード${seed}`,
    },
    training: {
      title: '学習させる',
      rate: '学習率',
      rateSlider: '学習率のスライダー',
      rateNote: '次のステップから効きます。学習の途中で変えても、やり直しにはなりません。',
      oneStep: '1ステップ',
      oneEpoch: '1エポック',
      epochs: (count) => `${count}エポック`,
      run: '続けて学習',
      pause: '一時停止',
      rewind: '最初の重みに戻す',
      steps: 'ステップ',
      epoch: 'エポック',
      loss: '損失',
      testAccuracy: 'テストの正解率',
      spoken: (steps, accuracy) =>
        `${steps}ステップ終わりました。${accuracy === '' ? '' : `テストの正解率は${accuracy}です。`}`,
      summary: (epochs) => `${epochs}エポック`,
      replaying: '共有された状態まで学習しています…',
      past: '過去の状態を表示しています。ここから学習を続けたり重みを変えたりすると、それより後の結果は失われます。',
    },
    drawing: {
      title: 'ネットワーク',
      hint: 'ニューロンか結合をクリックしてください。キーボードでは、Tabで図に入り、矢印キーで移動してEnterで開きます。Escで戻ります。',
      empty: 'データを選ぶと、ここにネットワークが現れます。',
      withoutBias: 'バイアスなし',
    },
    breaking:
      '図とカードは壊したネットワークを示します。学習は、元のままのネットワークで続きます。',
    weightImages: {
      title: '隠れ層の各ニューロンの重みを画像で見る',
      note: (largest) =>
        `青い画素はニューロンを強め、オレンジの画素は弱めます。最も濃い色は±${largest}の重みです。画像をクリックすると、そのニューロンが開きます。`,
      of: (neuron) => `ニューロン${neuron}の重み`,
    },
    sample: {
      title: 'サンプル',
      place: (number, total, part) =>
        `${total}件中${number}件目（${part === 'train' ? '学習用' : 'テスト用'}）`,
      others: '別のサンプル',
      previous: '前のサンプル',
      next: '次のサンプル',
      random: '別のもの',
      wrong: '間違い',
      nothingWrong: 'すべてのサンプルに正しく答えています。',
      truth: '正解：',
      answer: '答え：',
      bars: 'クラスの確率',
      untrained: '手順3で重みを決めると、ネットワークが答えます。',
    },
    inspection: {
      title: '開いているもの',
      hint: 'ニューロンをクリックすると計算が、結合をクリックすると重みが開き、値を変えられます。',
      close: '閉じる',
      back: 'ニューロンに戻る',
      undo: '元に戻す',
      silenced:
        '止められています。重みもバイアスもすべて0として計算するため、何が入力されても和は0です。',
      withoutBias: 'この層のバイアスは取り除かれています。',
    },
    neuron: {
      caption: '入力、重み、その積',
      input: '入力',
      value: '値',
      weight: '重み',
      product: '積',
      weightFrom: (input) => `${input}からの重み`,
      openConnection: (input) => `${input}からの結合を開く`,
      others: (count) => `ほか${count}個の入力の合計`,
      bias: 'バイアス',
      sum: '合計',
      exponential: 'eの「合計」乗',
      exponentials: (count) => `${count}個の出力すべての和`,
      share: 'ソフトマックス：その割合',
      output: (activation) => `出力：合計の${activation}`,
      note: (decimals) =>
        `数値は小数第${decimals}位まで示し、積の列はちょうど合計になるように丸めています。`,
      weightsAsImage: '重み',
      productsAsImage: '入力×重み',
    },
    connection: {
      title: (from, to) => `${from} → ${to}`,
      weight: '結合の重み',
      hint: (from, to) =>
        `${from}の値に重みを掛けたものが、${to}の合計に加わります。重みは入力するか、矢印キーで変えられます。`,
      change: '直前の更新での変化',
      ownChange: '直前に変えた幅',
      gradient: 'そのときの勾配',
      answers: 'ネットワークの答え',
      effect: '変更の効果',
      before: '変更前',
      now: '現在',
      sampleLoss: 'このサンプルの損失',
      testLoss: 'テストの損失',
      testAccuracy: 'テストの正解率',
    },
    panes: {
      title: '学習の1ステップを数値で追う',
      none: '1ステップ学習させると、順伝播、勾配、更新の数値がここに並びます。',
      hint: '行列を指すと、ほかに使われている場所が分かります。クリックすると固定され、1つの数値を追えます。',
      alsoIn: '使われる場所：',
      onlyHere: 'ここだけで使われます。',
      pane: { forward: '順伝播', gradients: '勾配', update: '更新' },
      saying: {
        forward: '1件のデータ（行）が、層のすべてのニューロン（列）を通ります。',
        gradients: 'それぞれの数値を少し大きくしたとき、損失がどれだけ変わるかを表します。',
        update: 'すべての重みが、勾配と逆の向きに少しだけ動きます。',
      },
      names: {
        input: '層への入力',
        kernel: '重み',
        bias: 'バイアス',
        sums: '合計',
        output: '出力',
        outputGradient: '出力の勾配',
        sumsGradient: '合計の勾配',
        kernelGradient: '重みの勾配',
        biasGradient: 'バイアスの勾配',
        kernelChange: '重みの変化',
        biasChange: 'バイアスの変化',
        newKernel: '新しい重み',
        newBias: '新しいバイアス',
      },
      forExample: (number, neuron) => `バッチの${number}件目、${neuron}：`,
      forWeight: (from, to) => `重み ${from} → ${to}：`,
      others: (count) => `（ほか${count}項）`,
      adam: (rate) => `Adamは過去の勾配に応じて動く幅を決めます（学習率${rate}）：`,
      stepNote: (step, examples) =>
        `${step}ステップ目、${examples}件のバッチです。勾配は平均の損失についてのものです。`,
    },
  },
};
