/** @file The short texts of this lesson; the long ones are in the Markdown beside it. */
import type { Localized } from '../../i18n/language.svelte.js';
import type { QuestionText } from '../../lesson/question-text.js';
import type { Animal, softmaxStages } from './state.js';

type Stage = (typeof softmaxStages)[number];

export interface ClassificationWords {
  readonly animals: Readonly<Record<Animal, string>>;
  readonly softmax: {
    readonly title: string;
    readonly class: string;
    readonly logit: string;
    readonly logitOf: (animal: string) => string;
    readonly addOne: string;
    readonly reset: string;
    readonly hint: string;
    readonly show: string;
    readonly stages: Readonly<Record<Stage, string>>;
    readonly saying: Readonly<Record<Stage, string>>;
  };
  readonly error: {
    readonly title: string;
    readonly truth: string;
    readonly loss: string;
    readonly right: string;
    readonly wrong: string;
  };
  readonly confidence: {
    readonly title: string;
    readonly factor: string;
    readonly hint: string;
  };
  readonly challenge: {
    readonly goal: (animal: string) => string;
    readonly praise: string;
    readonly state: (loss: string) => string;
  };
  readonly shiftQuestion: QuestionText;
  readonly nonsenseQuestion: QuestionText;
}

export const words: Localized<ClassificationWords> = {
  en: {
    animals: { cat: 'cat', dog: 'dog', rabbit: 'rabbit' },
    softmax: {
      title: 'Softmax, step by step',
      class: 'Class',
      logit: 'Logit',
      logitOf: (animal) => `Logit of ${animal}`,
      addOne: 'Add 1 to every logit',
      reset: 'Reset',
      hint: 'Click a number and type, drag it sideways, or use the arrow keys.',
      show: 'Show up to',
      stages: {
        logits: 'Logits',
        exponentials: 'Powers of e',
        sum: 'Their sum',
        probabilities: 'Shares',
      },
      saying: {
        logits: 'One number for each class, as the last layer gives it. It can be negative.',
        exponentials:
          'e to the power of each logit. Now every number is positive, and one more in the logit makes it 2.718 times as large.',
        sum: 'All powers added up.',
        probabilities: 'Each power divided by the sum. Together the shares are 100%.',
      },
    },
    error: {
      title: 'The answer and its error',
      truth: 'What is really in the picture',
      loss: 'Loss',
      right: 'The highest share is the right one.',
      wrong: 'The highest share belongs to another class: a wrong answer.',
    },
    confidence: {
      title: 'The same order, more or less certain',
      factor: 'Multiply every logit by',
      hint: 'At 0 all logits are equal, as if nothing had been learnt. Large factors leave next to nothing to the others.',
    },
    challenge: {
      goal: (animal) =>
        `The picture shows a ${animal}. Change the logits until the loss is below 0.01.`,
      praise:
        'The right logit has to stand well above the others, by more than 4.6. However far it goes, its share never quite reaches 100%, and the loss never quite reaches 0.',
      state: (loss) => `The loss is ${loss}.`,
    },
    shiftQuestion: {
      prompt: 'You add 1 to every logit. What happens to the shares?',
      options: [
        {
          text: 'All of them grow.',
          why: 'They cannot: together they are always 100%. Try the button above.',
        },
        {
          text: 'Nothing.',
          why: 'Every power becomes e times as large, and so does their sum. The factor cancels: only differences between logits count.',
        },
        {
          text: 'The largest gains, the others lose.',
          why: 'Multiplying does that, as you will see below. Adding the same to all changes no difference between them.',
        },
      ],
    },
    nonsenseQuestion: {
      prompt:
        'A network has learnt the digits 0 to 9 and nothing else. It is shown a photograph of a cat. What are its ten shares together?',
      options: [
        {
          text: '0%, since no digit fits.',
          why: 'It has no way to say that. Softmax always divides by the sum.',
        },
        {
          text: 'Less than 100%, since it is unsure.',
          why: 'Being unsure shows in how the shares are spread, not in their sum.',
        },
        {
          text: '100%.',
          why: 'It has to spread everything over the ten digits, and may well give one of them 99%. A high share is no proof that the picture shows a digit at all.',
        },
      ],
    },
  },
  ja: {
    animals: { cat: '猫', dog: '犬', rabbit: 'うさぎ' },
    softmax: {
      title: 'ソフトマックスを順を追って計算する',
      class: 'クラス',
      logit: 'ロジット',
      logitOf: (animal) => `${animal}のロジット`,
      addOne: 'すべてのロジットに1を足す',
      reset: '元に戻す',
      hint: '数値をクリックして入力するか、左右にドラッグするか、矢印キーで変えられます。',
      show: 'どこまで計算するか',
      stages: {
        logits: 'ロジット',
        exponentials: 'eの累乗',
        sum: '合計',
        probabilities: '割合',
      },
      saying: {
        logits: '最後の層が出す、クラスごとに1つの数値です。負の数にもなります。',
        exponentials:
          'eをロジット乗します。どの数も正になり、ロジットが1増えるごとに2.718倍になります。',
        sum: '累乗をすべて足し合わせます。',
        probabilities: 'それぞれの累乗を合計で割ります。割合は全部で100%になります。',
      },
    },
    error: {
      title: '答えと誤差',
      truth: '画像に本当に写っているもの',
      loss: '損失',
      right: '割合が最大のクラスが正解です。',
      wrong: '割合が最大なのは別のクラスです。つまり不正解です。',
    },
    confidence: {
      title: '順位は同じで、確信の度合いだけが変わる',
      factor: 'すべてのロジットに掛ける数',
      hint: '0を掛けるとロジットはすべて等しくなり、何も学んでいない状態と同じです。大きな数を掛けると、ほかのクラスの割合はほとんど残りません。',
    },
    challenge: {
      goal: (animal) =>
        `画像に写っているのは${animal}です。ロジットを変えて、損失を0.01より小さくしてください。`,
      praise:
        '正解のロジットは、ほかより4.6以上は大きくなければなりません。どれだけ大きくしても、割合がちょうど100%に、損失がちょうど0になることはありません。',
      state: (loss) => `今の損失は${loss}です。`,
    },
    shiftQuestion: {
      prompt: 'すべてのロジットに1を足すと、割合はどうなりますか。',
      options: [
        {
          text: 'すべて大きくなる。',
          why: '割合は全部でいつも100%なので、それはありえません。上のボタンで試してみましょう。',
        },
        {
          text: '変わらない。',
          why: '累乗はどれもe倍になり、合計もe倍になるので、打ち消し合います。大事なのはロジットどうしの差だけです。',
        },
        {
          text: '最大のものが増え、ほかは減る。',
          why: 'それは、このあと試す掛け算の場合です。同じ数を足しても、ロジットどうしの差は変わりません。',
        },
      ],
    },
    nonsenseQuestion: {
      prompt:
        '0から9までの数字だけを学んだネットワークに、猫の写真を見せました。10個の割合は全部でいくつになりますか。',
      options: [
        {
          text: '0%。どの数字にも当てはまらないから。',
          why: 'そう答える手段がありません。ソフトマックスは必ず合計で割ります。',
        },
        {
          text: '100%より小さい。確信がもてないから。',
          why: '確信のなさは割合の散らばり方に現れます。合計には現れません。',
        },
        {
          text: '100%。',
          why: '10個の数字に全部を割り振るしかなく、そのうちの1つに99%を与えることさえあります。割合が高くても、数字が写っている証拠にはなりません。',
        },
      ],
    },
  },
};
