/** @file The short texts of this lesson; the long ones are in the Markdown beside it. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { QuestionText } from '../../lesson/question-text.js';
import type { LossWords } from './loss-scene.js';
import type { TrainingSet } from './run-setup.js';
import type { LayerNumber } from './selection.js';
import type { activations, stages, weightViews } from './state.js';

type Shown = (typeof weightViews)[number];

export interface BuildAndTrainWords {
  readonly builder: {
    readonly title: string;
    readonly image: string;
    readonly imageKind: string;
    readonly flatten: string;
    readonly flattenKind: string;
    readonly rows: string;
    readonly columns: string;
    readonly hidden: string;
    readonly hiddenKind: string;
    readonly neurons: string;
    readonly hiddenNeurons: string;
    readonly activation: string;
    readonly activations: Readonly<Record<(typeof activations)[number], string>>;
    readonly output: string;
    readonly outputKind: string;
    readonly outputNeurons: string;
    readonly noParameters: string;
    readonly total: string;
    readonly fits: string;
    readonly fitsNot: string;
    readonly misfits: Readonly<
      Record<'input' | 'outputs', (wanted: string, inputs: string, outputs: number) => string>
    >;
    readonly fit: string;
  };
  readonly smallChallenge: {
    readonly goal: string;
    readonly state: (total: string) => string;
    readonly hint: string;
    readonly praise: string;
  };
  readonly countQuestion: QuestionText;
  readonly step: {
    readonly title: string;
    readonly batchTitle: string;
    readonly batchNote: (count: number) => string;
    readonly batch: string;
    readonly rate: string;
    readonly rateNote: string;
    readonly stage: string;
    readonly stages: Readonly<Record<(typeof stages)[number], string>>;
    readonly stepNumber: (step: number) => string;
    readonly lossNow: (loss: string) => string;
    readonly back: string;
    readonly next: string;
    readonly nextStep: string;
    readonly tenSteps: string;
    readonly fromStart: string;
    readonly computing: string;
  };
  readonly forward: {
    readonly saying: string;
    readonly image: string;
    readonly imageNote: string;
    readonly hiddenTitle: (units: number) => string;
    readonly hiddenFinding: (active: number, units: number) => string;
    readonly neuron: string;
    readonly activation: string;
    readonly neuronIs: (neuron: number, value: string) => string;
    readonly neuronSum: (neuron: number, sum: string, activation: string, value: string) => string;
    readonly outputTitle: string;
    readonly class: string;
    readonly logit: string;
    readonly probability: string;
    readonly truth: string;
    readonly answer: string;
  };
  readonly compare: {
    readonly saying: string;
    readonly exampleTitle: (place: number, truth: string) => string;
    readonly truth: string;
    readonly difference: string;
    readonly differenceNote: string;
    readonly lossTitle: string;
    readonly lossOf: (place: number, truth: string) => string;
    readonly mean: string;
    readonly lossNote: string;
  };
  readonly adjust: {
    readonly saying: string;
    readonly show: string;
    readonly views: Readonly<Record<Shown, string>>;
    readonly grew: string;
    readonly shrank: string;
    readonly positive: string;
    readonly negative: string;
    readonly limits: (first: string, second: string) => string;
    readonly limit: (limit: string) => string;
    readonly tilesTitle: (layer: LayerNumber, shown: Shown) => string;
    readonly tilesNote: string;
    readonly outputNote: string;
    readonly biasTitle: (layer: LayerNumber) => string;
    readonly biasOf: (neuron: string) => string;
    readonly neuron: string;
    readonly bias: string;
    readonly smallest: string;
    readonly largest: string;
    readonly hiddenNeuron: (neuron: number) => string;
    readonly outputNeuron: (digit: string) => string;
    readonly imageTitle: (neuron: string, shown: Shown) => string;
    readonly row: string;
    readonly fromPixel: (row: number, column: number) => string;
    readonly fromNeuron: (neuron: number) => string;
    readonly before: string;
    readonly gradient: string;
    readonly product: string;
    readonly after: string;
    readonly directions: Readonly<Record<'increase' | 'decrease' | 'none', string>>;
    readonly toBias: string;
    readonly toLargest: string;
    readonly touched: (changed: string, all: string) => string;
  };
  readonly again: {
    readonly saying: string;
    readonly lossTitle: string;
    readonly lower: string;
    readonly higher: string;
    readonly sharesTitle: string;
    readonly right: (truth: string) => string;
    readonly wrong: (truth: string, answer: string) => string;
    readonly sharesNote: string;
    readonly chart: LossWords;
  };
  readonly borderQuestion: QuestionText;
  readonly explodeChallenge: {
    readonly goal: string;
    readonly state: (highest: string, first: string) => string;
    readonly hint: string;
    readonly praise: string;
  };
  readonly run: {
    readonly title: string;
    readonly heartTitle: string;
    readonly set: string;
    readonly sets: Readonly<Record<TrainingSet, string>>;
    readonly size: string;
    readonly epochs: string;
    readonly start: string;
    readonly pause: string;
    readonly goOn: string;
    readonly again: string;
    readonly changed: string;
    readonly idle: string;
    readonly preparing: string;
    readonly progress: (epoch: number, epochs: number, accuracy: string) => string;
    readonly done: (accuracy: string, validation: string) => string;
    readonly diverged: string;
    readonly missing: string;
    readonly failed: string;
    readonly fitsNot: string;
    readonly curves: string;
    readonly examples: string;
    readonly examplesNote: string;
    readonly bars: string;
  };
  readonly goodChallenge: {
    readonly goal: string;
    readonly state: (best: string) => string;
    readonly hint: string;
    readonly praise: string;
  };
  readonly heartQuestion: QuestionText;
}

export const words: Localized<BuildAndTrainWords> = {
  en: {
    builder: {
      title: 'A network from parts',
      image: 'Image',
      imageKind: 'The input',
      flatten: 'Flatten',
      flattenKind: 'Lays the rows of the image one after the other',
      rows: 'Rows of the image',
      columns: 'Columns of the image',
      hidden: 'Hidden layer',
      hiddenKind: 'Dense: every neuron sees every input',
      neurons: 'Neurons',
      hiddenNeurons: 'Neurons of the hidden layer',
      activation: 'Activation function',
      activations: { relu: 'ReLU', sigmoid: 'Sigmoid', tanh: 'tanh', linear: 'None' },
      output: 'Output layer',
      outputKind: 'Dense with softmax: one neuron for each class',
      outputNeurons: 'Neurons of the output layer',
      noParameters: 'nothing to learn: 0',
      total: 'Parameters: weights and biases together',
      fits: 'The parts fit: images of 28×28 go in, shares of ten classes come out.',
      fitsNot: 'It does not fit yet.',
      misfits: {
        input: (wanted, inputs) =>
          `An image has 28 × 28 = ${wanted} pixels, and this flatten layer expects ${inputs}. Every pixel needs its place.`,
        outputs: (_, __, outputs) =>
          `There are ten digits and ${outputs} outputs. Each class needs an output of its own.`,
      },
      fit: 'Make it fit',
    },
    smallChallenge: {
      goal: 'Build a network for these images that has at most 10,000 parameters.',
      state: (total) => `It has ${total}.`,
      hint: 'Almost all parameters stand between the pixels and the hidden neurons. Each neuron brings 785 of its own.',
      praise:
        'Twelve hidden neurons are the most: 784 × 12 + 12 + 12 × 10 + 10 = 9,550. Small, but it can learn. Train it further down and see how far it gets.',
    },
    countQuestion: {
      prompt:
        'You double the hidden neurons from 128 to 256. What happens to the 101,770 parameters?',
      options: [
        {
          text: 'They stay 101,770.',
          why: 'Each new neuron has 784 weights and a bias of its own, and ten weights that lead on.',
        },
        {
          text: 'They become 203,530, nearly twice as many.',
          why: '784 × 256 + 256 = 200,960 and 256 × 10 + 10 = 2,570. Only the ten output biases do not double.',
        },
        {
          text: 'They become about four times as many.',
          why: 'That would happen if the inputs doubled as well: parameters are inputs times neurons. The 784 inputs stay.',
        },
      ],
    },
    step: {
      title: 'One training step in slow motion',
      batchTitle: 'The batch',
      batchNote: (size) =>
        `A batch of ${size} digits. Choose one to follow it; ✓ and ✗ say what the network takes it for.`,
      batch: 'Batch',
      rate: 'Learning rate',
      rateNote: 'A new rate takes all steps again, from the same first weights.',
      stage: 'What is shown of the step',
      stages: {
        forward: 'Forward',
        compare: 'Compare',
        adjust: 'Adjust',
        again: 'The same again',
      },
      stepNumber: (step) => `Step ${step}`,
      lossNow: (loss) => `Loss ${loss}`,
      back: 'Back',
      next: 'Next',
      nextStep: 'Next step',
      tenSteps: 'Ten more steps',
      fromStart: 'Back to the first weights',
      computing: 'Computing the step …',
    },
    forward: {
      saying:
        'Forward: the image goes in, and every neuron computes. Choose a hidden neuron to see its sum.',
      image: 'Input',
      imageNote: '784 numbers, 0 to 1',
      hiddenTitle: (units) => (units === 1 ? '1 hidden neuron' : `${units} hidden neurons`),
      hiddenFinding: (active, units) => `${active} of ${units} neurons give more than 0.`,
      neuron: 'Neuron',
      activation: 'Activation',
      neuronIs: (neuron, value) => `Neuron ${neuron}: ${value}`,
      neuronSum: (neuron, sum, activation, value) =>
        activation === 'None'
          ? `Neuron ${neuron}: its weighted sum is ${sum}, and that is what it gives.`
          : `Neuron ${neuron}: its weighted sum is ${sum}, and ${activation} makes ${value} of it.`,
      outputTitle: '10 outputs',
      class: 'Class',
      logit: 'Logit',
      probability: 'Share',
      truth: 'truth',
      answer: 'answer',
    },
    compare: {
      saying:
        'Compare: the truth is a share of 1 for the right class and 0 for all others. What is the difference?',
      exampleTitle: (place, truth) => `Digit ${place} of the batch is a ${truth}`,
      truth: 'Truth',
      difference: 'Difference',
      differenceNote:
        'To the right, pink: too large, this output has to go down. To the left, green: too small, it has to go up. Together the differences are 0.',
      lossTitle: 'Loss of each digit',
      lossOf: (place, truth) => `Digit ${place}, a ${truth}`,
      mean: 'Loss of the batch: the mean',
      lossNote: 'The loss is −ln of the share that the true class got, as in the lesson before.',
    },
    adjust: {
      saying:
        'Adjust: every weight moves a little in the direction in which the loss falls. Choose a neuron, then one of its weights.',
      show: 'The images show',
      views: { change: 'Change', before: 'Weights before', after: 'Weights after' },
      grew: 'green: grows',
      shrank: 'pink: shrinks',
      positive: 'blue: positive',
      negative: 'orange: negative',
      limits: (first, second) => `Full colour: ${first} (hidden), ${second} (output).`,
      limit: (limit) => `No number is further from 0 than ${limit}.`,
      tilesTitle: (layer, shown) =>
        ({
          change: `Change of every weight of the ${layer === 1 ? 'hidden' : 'output'} layer`,
          before: `Weights of the ${layer === 1 ? 'hidden' : 'output'} layer before the step`,
          after: `Weights of the ${layer === 1 ? 'hidden' : 'output'} layer after the step`,
        })[shown],
      tilesNote: 'One image for each neuron, one pixel for each of its 784 weights.',
      outputNote:
        'One image for each class, one pixel for each hidden neuron, in the order in which they stand above.',
      biasTitle: (layer) =>
        layer === 1 ? 'Biases of the hidden neurons' : 'Biases of the ten outputs',
      biasOf: (neuron) => `Bias of ${neuron}`,
      neuron: 'Neuron',
      bias: 'Bias',
      smallest: 'Smallest',
      largest: 'Largest',
      hiddenNeuron: (neuron) => `hidden neuron ${neuron}`,
      outputNeuron: (digit) => `the output for ${digit}`,
      imageTitle: (neuron, shown) =>
        ({
          change: `Change of ${neuron}`,
          before: `Weights of ${neuron}, before`,
          after: `Weights of ${neuron}, after`,
        })[shown],
      row: 'Row',
      fromPixel: (row, column) => `Weight of the pixel in row ${row}, column ${column}`,
      fromNeuron: (neuron) => `Weight of hidden neuron ${neuron}`,
      before: 'Before',
      gradient: 'Gradient',
      product: 'Learning rate × gradient',
      after: 'After',
      directions: {
        increase:
          'The gradient is negative: a larger weight means a smaller loss, so the weight grows.',
        decrease:
          'The gradient is positive: a larger weight means a larger loss, so the weight shrinks.',
        none: 'The gradient is 0 as far as these digits go: the weight stays as it is.',
      },
      toBias: 'Look at the bias',
      toLargest: 'Largest change',
      touched: (changed, all) => `This step changed ${changed} of the ${all} parameters.`,
    },
    again: {
      saying: 'The same batch once more, now with the weights that the step has changed.',
      lossTitle: 'Loss of the batch, before and after the step',
      lower: 'The loss has fallen: the step went in the right direction.',
      higher: 'The loss has risen: the step was too large and went past the goal.',
      sharesTitle: 'Share of the true class, before and after',
      right: (truth) => `${truth}: right`,
      wrong: (truth, answer) => `${truth}: taken for ${answer}`,
      sharesNote: 'Grey: before the step. Blue: after it, answer right. Red: answer wrong.',
      chart: {
        title: 'Loss of the batch from step to step',
        step: 'steps done',
        loss: 'Loss',
        finding: (first, last, steps) =>
          `In ${steps} steps the loss went from ${first} to ${last}.`,
      },
    },
    borderQuestion: {
      prompt:
        'In every image of changes the border stays colourless. Why does the step leave these weights alone?',
      options: [
        {
          text: 'Their pixels are black, an input of 0, in every digit of the batch.',
          why: 'The gradient of a weight is its input times the error of its neuron. An input of 0 took no part in the answer, so nothing can be learnt about its weight.',
        },
        {
          text: 'Weights at the border are fixed, so that the image keeps its shape.',
          why: 'No weight is fixed. With a digit that reaches the border, they would change as well.',
        },
        {
          text: 'They are right already.',
          why: 'They have random first values, as all others. The step knows nothing about whether they are good.',
        },
      ],
    },
    explodeChallenge: {
      goal: 'Find a learning rate at which the loss explodes: after some step it is more than ten times what it was at first.',
      state: (highest, first) => `The highest loss so far is ${highest}; at first it was ${first}.`,
      hint: 'Try rates above 1, take a few steps, and look at the curve under “The same again”.',
      praise:
        'Each step goes in the right direction, but so far that it lands higher on the other side of the valley. From there the gradient is larger still. Training ends like this when the rate is too large.',
    },
    run: {
      title: 'Many epochs',
      heartTitle: 'Few digits, many epochs',
      set: 'Data',
      sets: {
        'synthetic-digits': 'Drawn digits',
        mnist: 'MNIST',
        'fashion-mnist': 'Fashion-MNIST',
      },
      size: 'Digits to learn from',
      epochs: 'Epochs',
      start: 'Train',
      pause: 'Pause',
      goOn: 'Go on',
      again: 'Train from the start',
      changed:
        'The curves belong to the settings before. Train from the start to see the new ones.',
      idle: 'Nothing has been trained yet.',
      preparing: 'Fetching the data and drawing the first weights …',
      progress: (epoch, epochs, accuracy) =>
        `Epoch ${epoch} of ${epochs}: ${accuracy} of the training digits right`,
      done: (accuracy, validation) =>
        `Done: ${accuracy} right on the training data, ${validation} on the validation data.`,
      diverged: 'The loss has exploded: the numbers are no longer finite.',
      missing:
        'This data set does not lie beside the site. Whoever runs the site can put it there; the drawn digits work meanwhile.',
      failed: 'The training failed.',
      fitsNot: 'The network above does not fit the images yet.',
      curves: 'Loss and accuracy after each epoch',
      examples: 'Ten images that it never learns from',
      examplesNote:
        'Its present answer stands under each: blue is right, red is wrong. Choose one to see its ten bars.',
      bars: 'The ten shares of the chosen one',
    },
    goodChallenge: {
      goal: 'Reach an accuracy of 90% on the validation data.',
      state: (best) => `The best so far is ${best}.`,
      hint: 'More epochs alone do not do it. What else does a learner need?',
      praise:
        'More examples helped more than more epochs: with 5,000 digits the network sees what its thousand did not show.',
    },
    heartQuestion: {
      prompt:
        'After 60 epochs on 100 digits the training accuracy is 100%, the validation accuracy about two thirds. Which number says how well the network will read new digits?',
      options: [
        {
          text: 'The training accuracy.',
          why: 'These digits it has seen sixty times. It may know them by heart, down to single pixels.',
        },
        {
          text: 'The validation accuracy.',
          why: 'The network has never learnt from these digits, so for it they are as new as those that are still to come.',
        },
        {
          text: 'The mean of both.',
          why: 'New digits are like those of the validation data. The training accuracy adds nothing to what is known of them.',
        },
      ],
    },
  },
  ja: {
    builder: {
      title: '部品からネットワークを作る',
      image: '画像',
      imageKind: 'ネットワークに入るもの',
      flatten: '平坦化（Flatten）',
      flattenKind: '画像の行を順に1列に並べる',
      rows: '画像の行数',
      columns: '画像の列数',
      hidden: '隠れ層',
      hiddenKind: '全結合：どのニューロンもすべての入力を見る',
      neurons: 'ニューロン',
      hiddenNeurons: '隠れ層のニューロンの数',
      activation: '活性化関数',
      activations: { relu: 'ReLU', sigmoid: 'シグモイド', tanh: 'tanh', linear: 'なし' },
      output: '出力層',
      outputKind: '全結合とソフトマックス：クラスごとに1個のニューロン',
      outputNeurons: '出力層のニューロンの数',
      noParameters: '学習するもの：0',
      total: 'パラメータの数（重みとバイアスの合計）',
      fits: '部品が正しくつながりました。28×28の画像が入り、10クラスの割合が出てきます。',
      fitsNot: 'まだつながりません。',
      misfits: {
        input: (wanted, inputs) =>
          `画像には28×28＝${wanted}個の画素がありますが、この平坦化層は${inputs}個を受け取るつもりでいます。どの画素にも行き先が必要です。`,
        outputs: (_, __, outputs) =>
          `数字は10種類なのに、出力は${outputs}個です。クラスごとに出力が1つずつ必要です。`,
      },
      fit: '画像に合わせる',
    },
    smallChallenge: {
      goal: 'この画像に使えて、パラメータが10,000個以下のネットワークを作ってください。',
      state: (total) => `今は${total}個です。`,
      hint: 'パラメータのほとんどは、画素と隠れ層のニューロンの間にあります。ニューロンを1個増やすと、それだけで785個増えます。',
      praise:
        '隠れ層のニューロンは12個までです。784×12＋12＋12×10＋10＝9,550個になります。小さくても学習はできます。どこまで正解できるか、下で学習させてみましょう。',
    },
    countQuestion: {
      prompt:
        '隠れ層のニューロンを128個から256個に増やすと、101,770個のパラメータはどうなりますか。',
      options: [
        {
          text: '101,770個のまま変わらない。',
          why: '新しいニューロンは、それぞれ784個の重みと1個のバイアスをもち、さらに出力へつながる重みが10個増えます。',
        },
        {
          text: '203,530個になる。ほぼ2倍。',
          why: '784×256＋256＝200,960、256×10＋10＝2,570です。2倍にならないのは、出力層の10個のバイアスだけです。',
        },
        {
          text: '約4倍になる。',
          why: 'それは入力も2倍になった場合です。パラメータの数は「入力の数×ニューロンの数」で決まり、入力は784個のままです。',
        },
      ],
    },
    step: {
      title: '1回の学習ステップをスローモーションで',
      batchTitle: 'バッチ',
      batchNote: (size) =>
        `数字${size}枚のバッチです。1枚を選んで追いかけてみましょう。✓と✗は、今のネットワークの答えが正しいかどうかを表します。`,
      batch: 'バッチ',
      rate: '学習率',
      rateNote: '学習率を変えると、同じ最初の重みから全部のステップをやり直します。',
      stage: 'ステップのどこを見るか',
      stages: {
        forward: '順伝播',
        compare: '比較',
        adjust: '調整',
        again: 'もう一度',
      },
      stepNumber: (step) => `ステップ${step}`,
      lossNow: (loss) => `損失 ${loss}`,
      back: '戻る',
      next: '次へ',
      nextStep: '次のステップへ',
      tenSteps: '10ステップ進める',
      fromStart: '最初の重みに戻す',
      computing: 'ステップを計算しています…',
    },
    forward: {
      saying:
        '順伝播：画像が入り、すべてのニューロンが計算します。隠れ層のニューロンを選ぶと、その和が見られます。',
      image: '入力',
      imageNote: '0から1までの数値が784個',
      hiddenTitle: (units) => `隠れ層のニューロン${units}個`,
      hiddenFinding: (active, units) =>
        `${units}個のうち${active}個のニューロンが0より大きい値を出しています。`,
      neuron: 'ニューロン',
      activation: '活性化',
      neuronIs: (neuron, value) => `ニューロン${neuron}：${value}`,
      neuronSum: (neuron, sum, activation, value) =>
        activation === 'なし'
          ? `ニューロン${neuron}：重み付きの和は${sum}で、それがそのまま出力になります。`
          : `ニューロン${neuron}：重み付きの和は${sum}で、${activation}を通すと${value}になります。`,
      outputTitle: '出力10個',
      class: 'クラス',
      logit: 'ロジット',
      probability: '割合',
      truth: '正解',
      answer: '答え',
    },
    compare: {
      saying:
        '比較：理想は、正解のクラスの割合が1、ほかはすべて0になることです。実際の割合との差はどれだけでしょうか。',
      exampleTitle: (place, truth) => `バッチの${place}枚目は「${truth}」`,
      truth: '理想',
      difference: '差',
      differenceNote:
        '右向きのピンクは大きすぎるので、この出力を下げます。左向きの緑は小さすぎるので、上げます。差をすべて足すと0になります。',
      lossTitle: '1枚ごとの損失',
      lossOf: (place, truth) => `${place}枚目「${truth}」`,
      mean: 'バッチの損失（平均）',
      lossNote:
        '損失は、正解のクラスに与えられた割合を p とすると −ln p です。前のレッスンと同じ計算です。',
    },
    adjust: {
      saying:
        '調整：すべての重みを、損失が減る向きに少しだけ動かします。ニューロンを選び、続けてその重みを1つ選んでみましょう。',
      show: '画像に表すもの',
      views: { change: '変化', before: 'ステップ前の重み', after: 'ステップ後の重み' },
      grew: '緑：増える',
      shrank: 'ピンク：減る',
      positive: '青：正',
      negative: '橙：負',
      limits: (first, second) => `いちばん濃い色は${first}（隠れ層）、${second}（出力層）です。`,
      limit: (limit) => `0からいちばん離れた数値の大きさは${limit}です。`,
      tilesTitle: (layer, shown) =>
        ({
          change: `${layer === 1 ? '隠れ層' : '出力層'}のすべての重みの変化`,
          before: `${layer === 1 ? '隠れ層' : '出力層'}の重み（ステップ前）`,
          after: `${layer === 1 ? '隠れ層' : '出力層'}の重み（ステップ後）`,
        })[shown],
      tilesNote: 'ニューロン1個が1枚の画像、その784個の重みが1個ずつ画素になっています。',
      outputNote:
        'クラスごとに1枚の画像です。1画素が隠れ層のニューロン1個に当たり、上の並びと同じ順に並んでいます。',
      biasTitle: (layer) => (layer === 1 ? '隠れ層のバイアス' : '出力層の10個のバイアス'),
      biasOf: (neuron) => `${neuron}のバイアス`,
      neuron: 'ニューロン',
      bias: 'バイアス',
      smallest: '最小',
      largest: '最大',
      hiddenNeuron: (neuron) => `隠れ層のニューロン${neuron}`,
      outputNeuron: (digit) => `「${digit}」の出力`,
      imageTitle: (neuron, shown) =>
        ({
          change: `${neuron}の重みの変化`,
          before: `${neuron}の重み（ステップ前）`,
          after: `${neuron}の重み（ステップ後）`,
        })[shown],
      row: '行',
      fromPixel: (row, column) => `${row}行${column}列の画素に掛かる重み`,
      fromNeuron: (neuron) => `隠れ層のニューロン${neuron}に掛かる重み`,
      before: '前',
      gradient: '勾配',
      product: '学習率×勾配',
      after: '後',
      directions: {
        increase: '勾配が負なので、重みを大きくすると損失は減ります。だから重みを増やします。',
        decrease: '勾配が正なので、重みを大きくすると損失も増えます。だから重みを減らします。',
        none: 'このバッチでは勾配が0なので、重みは変わりません。',
      },
      toBias: 'バイアスを見る',
      toLargest: '最大の変化を見る',
      touched: (changed, all) =>
        `このステップで、${all}個のパラメータのうち${changed}個が変わりました。`,
    },
    again: {
      saying: '同じバッチを、変わったばかりの重みでもう一度計算します。',
      lossTitle: 'バッチの損失（ステップの前→後）',
      lower: '損失が減りました。正しい向きに進んだということです。',
      higher: '損失が増えました。歩幅が大きすぎて、目標を通り越しています。',
      sharesTitle: '正解のクラスの割合（前→後）',
      right: (truth) => `「${truth}」：正解`,
      wrong: (truth, answer) => `「${truth}」：「${answer}」と間違えた`,
      sharesNote: '灰色はステップの前、青は後（答えが正しい）、赤は後（答えが間違い）です。',
      chart: {
        title: 'ステップごとのバッチの損失',
        step: '終わったステップの数',
        loss: '損失',
        finding: (first, last, steps) =>
          `${steps}ステップで損失は${first}から${last}になりました。`,
      },
    },
    borderQuestion: {
      prompt:
        '変化を表す画像は、どれを見ても縁に色がついていません。なぜこのステップは、縁の重みを変えないのでしょうか。',
      options: [
        {
          text: 'バッチのどの数字でも、その画素が黒、つまり入力が0だから。',
          why: '重みの勾配は「入力×ニューロンの誤差」です。入力が0の画素は答えに関わっていないので、その重みについては何も学べません。',
        },
        {
          text: '画像の形を保つため、縁の重みは固定されているから。',
          why: '固定された重みはありません。縁まで届く数字があれば、縁の重みも変わります。',
        },
        {
          text: 'もう正しい値になっているから。',
          why: 'ほかの重みと同じく、最初はでたらめな値です。良い値かどうかは、このステップにはわかりません。',
        },
      ],
    },
    explodeChallenge: {
      goal: '損失が爆発する学習率を見つけてください。何ステップか後に、損失が最初の10倍を超えたら達成です。',
      state: (highest, first) => `これまでの最大の損失は${highest}、最初の損失は${first}です。`,
      hint: '1より大きい学習率にして何ステップか進め、「もう一度」の曲線を見てみましょう。',
      praise:
        'どのステップも正しい向きに進みますが、進みすぎて、谷の反対側のもっと高い所に着いてしまいます。そこでは勾配がさらに大きくなります。学習率が大きすぎると、学習はこうして壊れます。',
    },
    run: {
      title: 'エポックをくり返す',
      heartTitle: '少ない数字で、何度もくり返す',
      set: 'データ',
      sets: {
        'synthetic-digits': '合成した手書き数字',
        mnist: 'MNIST',
        'fashion-mnist': 'Fashion-MNIST',
      },
      size: '訓練に使う数字の枚数',
      epochs: 'エポック数',
      start: '学習を始める',
      pause: '一時停止',
      goOn: '続ける',
      again: '最初から学習する',
      changed:
        '今の曲線は、前の設定で学習したものです。新しい設定を試すには、最初から学習してください。',
      idle: 'まだ何も学習していません。',
      preparing: 'データと最初の重みを用意しています…',
      progress: (epoch, epochs, accuracy) =>
        `${epochs}エポック中${epoch}エポック目：訓練データの正解率${accuracy}`,
      done: (accuracy, validation) =>
        `終わりました。正解率は、訓練データで${accuracy}、検証データで${validation}です。`,
      diverged: '損失が爆発し、数値が無限大になってしまいました。',
      missing:
        'このデータは、このサイトには置かれていません。サイトの管理者が置けば使えます。それまでは「合成した手書き数字」を使ってください。',
      failed: '学習に失敗しました。',
      fitsNot: '上のネットワークは、まだ画像に合っていません。',
      curves: 'エポックごとの損失と正解率',
      examples: '学習に使わない10枚の画像',
      examplesNote:
        '画像の下は、今のネットワークの答えです。青は正解、赤は不正解。1枚選ぶと、その10本の棒が見られます。',
      bars: '選んだ画像の10個の割合',
    },
    goodChallenge: {
      goal: '検証データの正解率を90%以上にしてください。',
      state: (best) => `これまでの最高は${best}です。`,
      hint: 'エポックを増やすだけでは届きません。学ぶ人には、ほかに何が必要でしょうか。',
      praise:
        'エポックを増やすより、例を増やすほうが効きました。5,000枚の数字には、1,000枚には現れなかった書き方が含まれています。',
    },
    heartQuestion: {
      prompt:
        '100枚の数字で60エポック学習すると、訓練データの正解率は100%、検証データの正解率は約3分の2になりました。初めて見る数字をどれだけ読めるかを表すのは、どの数値でしょうか。',
      options: [
        {
          text: '訓練データの正解率。',
          why: 'その数字は、もう60回も見ています。画素の1つ1つまで丸暗記しているかもしれません。',
        },
        {
          text: '検証データの正解率。',
          why: 'ネットワークは検証データから学んでいません。ですから、これから出会う数字と同じように、初めて見る数字です。',
        },
        {
          text: '2つの平均。',
          why: '初めて見る数字に近いのは検証データです。訓練データの正解率を混ぜても、新しい数字について何もわかりません。',
        },
      ],
    },
  },
};
