/** @file The short texts of this lesson; the long ones are in the Markdown beside it. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { QuestionText } from '../../lesson/question-text.js';

export interface NeuronWords {
  readonly sum: {
    readonly title: string;
    readonly input: string;
    readonly value: string;
    readonly weight: string;
    readonly weighted: string;
    readonly bias: string;
    readonly total: string;
    readonly activation: string;
    readonly output: string;
    readonly hint: string;
    readonly reset: string;
    readonly valueOf: (input: string) => string;
    readonly weightOf: (input: string) => string;
  };
  readonly names: Readonly<Record<'step' | 'sigmoid' | 'relu' | 'linear', string>>;
  readonly activation: {
    readonly title: string;
    readonly choose: string;
    readonly likeness: Readonly<Record<'step' | 'sigmoid' | 'relu', string>>;
    readonly saying: Readonly<Record<'step' | 'sigmoid' | 'relu', string>>;
  };
  readonly folding: {
    readonly title: string;
    readonly first: string;
    readonly second: string;
    readonly weightOf: (layer: string) => string;
    readonly biasOf: (layer: string) => string;
    readonly between: string;
    readonly fold: string;
    readonly unfold: string;
    readonly input: string;
    readonly hidden: string;
    readonly output: string;
    readonly two: string;
    readonly one: string;
    readonly nearest: string;
    readonly equal: string;
    readonly unequal: (gap: string) => string;
  };
  readonly challenge: { readonly goal: string; readonly praise: string; readonly state: string };
  readonly weightQuestion: QuestionText;
  readonly layersQuestion: QuestionText;
}

export const words: Localized<NeuronWords> = {
  en: {
    sum: {
      title: 'One neuron',
      input: 'Input',
      value: 'Value',
      weight: 'Weight',
      weighted: 'Weighted',
      bias: 'Bias',
      total: 'Sum',
      activation: 'Activation',
      output: 'Output',
      hint: 'Click a number and type, drag it sideways, or use the arrow keys.',
      reset: 'Reset',
      valueOf: (input) => `Value of input ${input}`,
      weightOf: (input) => `Weight of input ${input}`,
    },
    names: { step: 'Step', sigmoid: 'Sigmoid', relu: 'ReLU', linear: 'None (linear)' },
    activation: {
      title: 'Three activation functions',
      choose: 'Activation of the neuron',
      likeness: { step: 'a light switch', sigmoid: 'a dimmer', relu: 'a tap' },
      saying: {
        step: 'Off below zero, fully on from zero. Nothing in between.',
        sigmoid: 'From dark to bright without a jump, but never quite 0 and never quite 1.',
        relu: 'Shut below zero. Above, as much flows as you open it.',
      },
    },
    folding: {
      title: 'Two layers folding into one',
      first: 'First layer',
      second: 'Second layer',
      weightOf: (layer) => `${layer}, weight`,
      biasOf: (layer) => `${layer}, bias`,
      between: 'Activation between them',
      fold: 'Fold the two layers into one',
      unfold: 'Unfold',
      input: 'input',
      hidden: 'hidden',
      output: 'output',
      two: 'two layers',
      one: 'one layer',
      nearest: 'nearest line',
      equal: 'The one layer computes exactly what the two did: the second layer was of no use.',
      unequal: (gap) =>
        `No single layer does this. Even the nearest straight line is off by up to ${gap}.`,
    },
    challenge: {
      goal: 'Leave inputs and weights as they are at first, and choose ReLU. Change the bias alone until the neuron falls silent: output 0.',
      praise:
        'The weighted inputs bring 1.05, so every bias of −1.05 or less silences the neuron. The bias is its threshold.',
      state: 'It is still speaking.',
    },
    weightQuestion: {
      prompt: 'Input B is 0. You raise its weight from 0.4 to 4. What happens to the output?',
      options: [
        {
          text: 'It becomes ten times as large.',
          why: 'Try it above: the weight multiplies its own input only, and that input is 0.',
        },
        {
          text: 'It stays the same.',
          why: '4 times 0 is as much as 0.4 times 0. A weight matters only while its input says something.',
        },
        {
          text: 'It grows by 3.6.',
          why: 'That would be so if input B were 1. The weight is multiplied by its input first.',
        },
      ],
    },
    layersQuestion: {
      prompt:
        'Somebody stacks ten layers without an activation function. How much can they compute?',
      options: [
        {
          text: 'Ten times as much as one layer.',
          why: 'Fold the layers above: two fold into one, then that one with the third, and so on.',
        },
        {
          text: 'No more than one layer.',
          why: 'Each pair folds into one, until a single layer is left. Only an activation that bends keeps the layers apart.',
        },
        {
          text: 'Nothing at all.',
          why: 'They still compute something, namely a straight line: exactly what one layer can.',
        },
      ],
    },
  },
  ja: {
    sum: {
      title: '1つのニューロン',
      input: '入力',
      value: '値',
      weight: '重み',
      weighted: '重み×値',
      bias: 'バイアス',
      total: '合計',
      activation: '活性化関数',
      output: '出力',
      hint: '数値をクリックして入力するか、左右にドラッグするか、矢印キーで変えられます。',
      reset: '元に戻す',
      valueOf: (input) => `入力${input}の値`,
      weightOf: (input) => `入力${input}の重み`,
    },
    names: {
      step: 'ステップ',
      sigmoid: 'シグモイド',
      relu: 'ReLU',
      linear: 'なし（線形）',
    },
    activation: {
      title: '3つの活性化関数',
      choose: 'ニューロンの活性化関数',
      likeness: { step: '電灯のスイッチ', sigmoid: '調光つまみ', relu: '蛇口' },
      saying: {
        step: '0より小さければ消え、0以上なら完全につきます。中間はありません。',
        sigmoid: '暗いほうから明るいほうへなめらかに変わり、ちょうど0や1にはなりません。',
        relu: '0より小さければ閉じたまま。0を超えると、開いた分だけ流れます。',
      },
    },
    folding: {
      title: '2つの層を1つにたたむ',
      first: '1層目',
      second: '2層目',
      weightOf: (layer) => `${layer}の重み`,
      biasOf: (layer) => `${layer}のバイアス`,
      between: '層の間の活性化関数',
      fold: '2つの層を1つにたたむ',
      unfold: '広げる',
      input: '入力',
      hidden: '隠れ層',
      output: '出力',
      two: '2つの層',
      one: '1つの層',
      nearest: '最も近い直線',
      equal: '1つの層が、2つの層とまったく同じ計算をしています。2層目は役に立っていませんでした。',
      unequal: (gap) =>
        `1つの層では、この計算はできません。最も近い直線でも、最大で${gap}ずれます。`,
    },
    challenge: {
      goal: '入力と重みは最初の値のまま、活性化関数はReLUにします。バイアスだけを変えて、ニューロンを沈黙（出力0）させてください。',
      praise:
        '重み付きの入力の合計は1.05なので、バイアスが−1.05以下ならニューロンは沈黙します。バイアスは、反応し始める境目を決めているのです。',
      state: 'まだ反応しています。',
    },
    weightQuestion: {
      prompt: '入力Bは0です。その重みを0.4から4に上げると、出力はどうなりますか。',
      options: [
        {
          text: '10倍になる。',
          why: '上で試してみましょう。重みが掛かるのは自分の入力だけで、その入力は0です。',
        },
        {
          text: '変わらない。',
          why: '4×0も0.4×0も同じ0です。重みが効くのは、その入力が0でないときだけです。',
        },
        {
          text: '3.6増える。',
          why: '入力Bが1ならそのとおりです。重みは、まず自分の入力に掛けられます。',
        },
      ],
    },
    layersQuestion: {
      prompt: '活性化関数なしで層を10個重ねると、どれだけのことが計算できますか。',
      options: [
        {
          text: '1つの層の10倍。',
          why: '上の図でたたんでみましょう。2つの層は1つになり、それと3つ目がまた1つになり……と続きます。',
        },
        {
          text: '1つの層と同じ。',
          why: '2つずつたたんでいくと、最後は1つの層になります。層が別々の働きをするには、間に曲がった活性化関数が必要です。',
        },
        {
          text: '何も計算できない。',
          why: '計算はできます。ただし結果は直線で、1つの層でできることと同じです。',
        },
      ],
    },
  },
};
