/** @file The short texts of this lesson; the long ones are in the Markdown beside it. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { QuestionText } from '../../lesson/question-text.js';
import type { DetectorName } from './detector.js';
import { tolerance, type Gate } from './gates.js';

export interface NetworkWords {
  readonly part: string;
  readonly title: string;
  readonly finding: (first: string, second: string, output: string) => string;
  readonly from: string;
  readonly to: string;
  readonly weight: string;
  readonly bias: string;
  readonly weightOf: (from: string, to: string) => string;
  readonly biasOf: (neuron: string) => string;
  readonly input: string;
  readonly hidden: string;
  readonly output: string;
  readonly positive: string;
  readonly negative: string;
  readonly bright: string;
  readonly hint: string;
  readonly flow: string;
  readonly reset: string;
}

/** Of a picture of a neuron's two inputs. */
export interface PlaneWords {
  readonly title: (across: string, up: string) => string;
  readonly point: string;
  readonly answer: string;
  readonly right: (count: number) => string;
  readonly pointLabel: (name: string, wanted: boolean, right: boolean) => string;
}

interface ChallengeWords {
  readonly goal: string;
  readonly hint: string;
  readonly praise: string;
}

export interface TwoLayersWords {
  readonly gates: Readonly<Record<Gate, string>>;
  readonly network: NetworkWords;
  readonly table: {
    readonly caption: string;
    readonly goal: string;
    readonly wanted: string;
    readonly row: (first: number, second: number) => string;
  };
  readonly arithmetic: { readonly title: (first: number, second: number) => string };
  readonly challenges: {
    readonly xor: ChallengeWords;
    readonly and: ChallengeWords;
    readonly state: (right: number) => string;
  };
  readonly plane: PlaneWords;
  readonly one: {
    readonly title: string;
    readonly task: string;
    readonly weightOf: (input: string) => string;
    readonly bias: string;
    readonly sum: string;
    readonly answer: string;
    readonly wanted: string;
    readonly yes: string;
    readonly no: string;
    readonly right: (count: number) => string;
    readonly done: (gate: string) => string;
    readonly pair: (first: string, second: string) => string;
    readonly always: string;
    readonly caption: string;
  };
  readonly moved: {
    readonly title: string;
    readonly before: (parted: boolean) => string;
    readonly after: string;
    readonly right: (gate: string, count: number) => string;
  };
  readonly detector: {
    readonly title: string;
    readonly image: string;
    readonly hint: string;
    readonly pixel: (row: number, column: number, value: number) => string;
    readonly favourite: string;
    readonly learn: string;
    readonly wipe: string;
    readonly choose: string;
    readonly names: Readonly<Record<DetectorName, string>>;
    readonly counted: (name: string) => string;
    readonly fitting: string;
    readonly disturbing: string;
    readonly bias: string;
    readonly biasOf: (name: string) => string;
    readonly sum: string;
    readonly answer: string;
  };
  readonly hiddenQuestion: QuestionText;
  readonly whiteQuestion: QuestionText;
}

const gates = { xnor: 'XNOR', xor: 'XOR', and: 'AND', or: 'OR' } as const;

export const words: Localized<TwoLayersWords> = {
  en: {
    gates,
    network: {
      part: 'Three neurons in two layers',
      title: 'The network',
      finding: (first, second, output) =>
        `With the inputs ${first} and ${second} the output is ${output}.`,
      from: 'From',
      to: 'To',
      weight: 'Weight',
      bias: 'bias',
      weightOf: (from, to) => `Weight from ${from} to ${to}`,
      biasOf: (neuron) => `Bias of ${neuron}`,
      input: 'inputs',
      hidden: 'hidden layer',
      output: 'output',
      positive: 'positive weight',
      negative: 'negative weight',
      bright: 'The thicker, the larger. The brighter a neuron, the stronger its answer.',
      hint: 'Choose a row to send its inputs through. Click a number and type, drag it sideways, or use the arrow keys.',
      flow: 'Send them through again',
      reset: 'Back to the lecture’s numbers',
    },
    table: {
      caption: 'What the network makes of all four inputs',
      goal: 'Compare the output with',
      wanted: 'wanted',
      row: (first, second) => `Inputs ${first} and ${second}`,
    },
    arithmetic: {
      title: (first, second) => `Number by number, for x₁ = ${first} and x₂ = ${second}`,
    },
    challenges: {
      xor: {
        goal: `Turn the answer around: XOR says 1 when exactly one input is 1. All four outputs have to come within ${tolerance} of what is wanted.`,
        hint: 'The hidden layer may stay as it is. Read its two columns in the table: n₁ counts how many inputs are 1, and n₂ answers only when both are. Which of the two should speak for a 1, and which against it?',
        praise:
          'It can be done without touching the hidden layer: another task needs only another way of listening to it.',
      },
      and: {
        goal: `Let the network say 1 only when both inputs are 1: AND. Again all four outputs have to come within ${tolerance}.`,
        hint: 'Perhaps somebody in the hidden layer knows the answer already. Read down the columns of n₁ and n₂, and let the output listen to the right one.',
        praise:
          'AND was there all along, inside the network. For this one a single neuron is enough.',
      },
      state: (right) => `${right} of 4 rows are right.`,
    },
    plane: {
      title: (across, up) => `The plane of ${across} and ${up}`,
      point: 'Inputs',
      answer: 'Output',
      right: (count) => `${count} of 4 points are on the right side of the line.`,
      pointLabel: (name, wanted, right) =>
        `${name}: wanted ${wanted ? 'yes' : 'no'}, ${right ? 'right' : 'wrong'}`,
    },
    one: {
      title: 'One neuron tries on its own',
      task: 'Task of the neuron',
      weightOf: (input) => `Weight of ${input}, one neuron`,
      bias: 'Bias, one neuron',
      sum: 'Sum',
      answer: 'Output',
      wanted: 'Wanted',
      yes: 'yes',
      no: 'no',
      right: (count) => `${count} of 4 are right.`,
      done: (gate) => `4 of 4 are right: one neuron is enough for ${gate}.`,
      pair: (first, second) => `Sums at ${first} and ${second}`,
      always:
        'These two totals are equal, whatever numbers you choose. Both pairs contain each weight once and the bias twice.',
      caption:
        'Shaded: where the neuron says yes (0.5 or more). Filled points should be yes, hollow ones no; a cross marks a wrong answer.',
    },
    moved: {
      title: 'What the hidden layer does to the four inputs',
      before: (parted) =>
        `The four inputs as they come. ${parted ? 'One straight line could part' : 'No straight line parts'} filled from hollow.`,
      after: 'The same four after the hidden layer, and the line of n₃.',
      right: (gate, count) =>
        count === 4
          ? `One line is enough now: all 4 points are on the right side for ${gate}.`
          : `${count} of 4 points are on the right side for ${gate}.`,
    },
    detector: {
      title: 'Neurons that look for patterns',
      image: 'The image, 5 × 5 pixels',
      hint: 'Paint with mouse or finger. Keyboard: arrow keys move, Space switches a pixel.',
      pixel: (row, column, value) =>
        `Row ${row + 1}, column ${column + 1}: ${value === 1 ? 'bright' : 'dark'}`,
      favourite: 'Show what excites it most',
      learn: 'Let my neuron look for this',
      wipe: 'Wipe',
      choose: 'Five hidden neurons look at the same image',
      names: {
        vertical: 'Vertical bar',
        horizontal: 'Horizontal bar',
        cross: 'Cross',
        ring: 'Ring',
        own: 'My own',
      },
      counted: (name) => `What counts for “${name}”`,
      fitting: 'bright pixels with weight +1',
      disturbing: 'bright pixels with weight −1',
      bias: 'Bias',
      biasOf: (name) => `Bias of “${name}”`,
      sum: 'Sum',
      answer: 'Output, ReLU of the sum',
    },
    hiddenQuestion: {
      prompt: 'With the lecture’s numbers: for which inputs does the hidden neuron n₂ answer?',
      options: [
        {
          text: 'Whenever x₁ is 1.',
          why: 'Choose the row 1, 0: the sum is 1 + 0 − 1 = 0, and ReLU leaves 0.',
        },
        {
          text: 'For all but (0, 0).',
          why: 'That is n₁. The bias of n₂ takes 1 away, so that one input alone does not get through.',
        },
        {
          text: 'Only when both are 1.',
          why: 'Two inputs bring 2, the bias takes 1 away, and 1 is left. With one input nothing is left.',
        },
      ],
    },
    whiteQuestion: {
      prompt:
        'Somebody paints all 25 pixels bright. The whole vertical bar is in it. What does the neuron “Vertical bar” answer, with its bias of −2?',
      options: [
        {
          text: 'Its strongest answer, 3: the bar is there.',
          why: 'Paint it and look at the sum: the 20 pixels beside the bar count too, against it.',
        },
        {
          text: 'Nothing, 0.',
          why: '5 pixels speak for it, 20 against it, and the bias takes 2 more: −17, and ReLU makes that 0. It looks for the bar and for darkness around it.',
        },
        {
          text: 'Even more than 3: more light, more answer.',
          why: 'Only bright pixels on positive weights raise the sum, and there are just five of those.',
        },
      ],
    },
  },
  ja: {
    gates,
    network: {
      part: '2つの層に並んだ3つのニューロン',
      title: 'ネットワーク',
      finding: (first, second, output) => `入力が${first}と${second}のとき、出力は${output}です。`,
      from: 'どこから',
      to: 'どこへ',
      weight: '重み',
      bias: 'バイアス',
      weightOf: (from, to) => `${from}から${to}への重み`,
      biasOf: (neuron) => `${neuron}のバイアス`,
      input: '入力',
      hidden: '隠れ層',
      output: '出力',
      positive: '正の重み',
      negative: '負の重み',
      bright: '線が太いほど重みが大きく、明るいニューロンほど反応が強いことを表します。',
      hint: '行を選ぶと、その入力が流れます。数値はクリックして入力するか、左右にドラッグするか、矢印キーで変えられます。',
      flow: 'もう一度流す',
      reset: '講義の値に戻す',
    },
    table: {
      caption: '4通りの入力に対するネットワークの出力',
      goal: '出力を見比べる相手',
      wanted: '目標',
      row: (first, second) => `入力${first}と${second}`,
    },
    arithmetic: {
      title: (first, second) => `x₁ = ${first}、x₂ = ${second} のときの計算`,
    },
    challenges: {
      xor: {
        goal: `答えを逆にしましょう。XORは、片方の入力だけが1のときに1になります。4つの出力をすべて、目標から${tolerance}以内にしてください。`,
        hint: '隠れ層はそのままでかまいません。表でn₁とn₂の列を縦に見てください。n₁は1になっている入力の数を数え、n₂は両方が1のときだけ反応しています。「1」に賛成させるのはどちらで、反対させるのはどちらでしょうか。',
        praise:
          '隠れ層を変えなくても解ける問題です。出力のニューロンが隠れ層をどう聞くかを変えれば、別の問題が解けます。',
      },
      and: {
        goal: `両方の入力が1のときだけ1になるようにしてください（AND）。今度も4つの出力すべてを、目標から${tolerance}以内にします。`,
        hint: '隠れ層の中に、もう答えを知っているニューロンがいるかもしれません。n₁とn₂の列を縦に見て、出力のニューロンが正しいほうだけを聞くようにしましょう。',
        praise:
          'ANDは、はじめからネットワークの中にありました。これだけなら、ニューロンは1つで足ります。',
      },
      state: (right) => `4行のうち${right}行が正解です。`,
    },
    plane: {
      title: (across, up) => `${across}と${up}の平面`,
      point: '入力',
      answer: '出力',
      right: (count) => `4個の点のうち${count}個が、直線の正しい側にあります。`,
      pointLabel: (name, wanted, right) =>
        `${name}：目標は${wanted ? '「はい」' : '「いいえ」'}、${right ? '正解' : '不正解'}`,
    },
    one: {
      title: '1つのニューロンだけで挑戦する',
      task: 'ニューロンの課題',
      weightOf: (input) => `1つのニューロンの${input}の重み`,
      bias: '1つのニューロンのバイアス',
      sum: '合計',
      answer: '出力',
      wanted: '目標',
      yes: 'はい',
      no: 'いいえ',
      right: (count) => `4行のうち${count}行が正解です。`,
      done: (gate) => `4行とも正解です。${gate}なら1つのニューロンで足ります。`,
      pair: (first, second) => `${first}と${second}の合計の和`,
      always:
        'この2つの値は、どんな数を選んでも等しくなります。どちらの組にも、それぞれの重みが1回ずつ、バイアスが2回入っているからです。',
      caption:
        '色のついた側が「はい」（出力が0.5以上）です。塗りつぶした点は「はい」、輪だけの点は「いいえ」が目標で、×は間違いを表します。',
    },
    moved: {
      title: '隠れ層による4つの入力の移動',
      before: (parted) =>
        `4つの入力をそのまま置いたところ。塗りつぶした点と輪だけの点を、1本の直線で${parted ? '分けられます' : '分けることはできません'}。`,
      after: '同じ4つを隠れ層に通したところと、n₃の直線。',
      right: (gate, count) =>
        count === 4
          ? `今度は直線1本で足りています。${gate}の4つの点が、すべて正しい側にあります。`
          : `${gate}の4個の点のうち、${count}個が正しい側にあります。`,
    },
    detector: {
      title: 'パターンを探すニューロン',
      image: '5×5画素の画像',
      hint: 'マウスや指で塗れます。キーボードでは、矢印キーで移動し、スペースキーで明暗を切り替えます。',
      pixel: (row, column, value) =>
        `${row + 1}行${column + 1}列：${value === 1 ? '明るい' : '暗い'}`,
      favourite: '最も強く反応する絵を見る',
      learn: 'この絵を「自分の絵」にする',
      wipe: '消す',
      choose: '同じ画像を見る5つの隠れニューロン',
      names: {
        vertical: '縦棒',
        horizontal: '横棒',
        cross: 'ばつ',
        ring: '枠',
        own: '自分の絵',
      },
      counted: (name) => `「${name}」で数えられるもの`,
      fitting: '重み +1 の明るい画素',
      disturbing: '重み −1 の明るい画素',
      bias: 'バイアス',
      biasOf: (name) => `「${name}」のバイアス`,
      sum: '合計',
      answer: '出力（合計のReLU）',
    },
    hiddenQuestion: {
      prompt: '講義の値のとき、隠れ層のニューロンn₂が反応するのはどの入力ですか。',
      options: [
        {
          text: 'x₁が1のときはいつも。',
          why: '表で1, 0の行を選んでみましょう。合計は1 + 0 − 1 = 0で、ReLUを通しても0です。',
        },
        {
          text: '(0, 0) 以外のすべて。',
          why: 'それはn₁です。n₂はバイアスが1を引くので、片方の入力だけでは届きません。',
        },
        {
          text: '両方が1のときだけ。',
          why: '2つの入力で2になり、バイアスが1を引いて1が残ります。片方だけなら何も残りません。',
        },
      ],
    },
    whiteQuestion: {
      prompt:
        '25画素をすべて明るく塗りました。縦棒もまるごと含まれています。バイアスが−2の「縦棒」のニューロンは、どう答えますか。',
      options: [
        {
          text: '縦棒があるので、最も強い3。',
          why: '実際に塗って合計を見てみましょう。棒の外側の20画素も、反対の票として数えられます。',
        },
        {
          text: '何も反応せず、0。',
          why: '5画素が賛成、20画素が反対で、バイアスがさらに2を引くので−17。ReLUを通すと0です。このニューロンは、棒だけでなく、そのまわりの暗さも探しているのです。',
        },
        {
          text: '光が多い分、3より大きい。',
          why: '合計を増やすのは正の重みの明るい画素だけで、それは5つしかありません。',
        },
      ],
    },
  },
};
