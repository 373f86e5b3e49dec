/** @file The texts of the network pane. */
import type { ActivationName, InitializerName, LayerSpec, Padding } from '@manabi/models';
import type { Localized } from '../../i18n/language.svelte.js';
import type { LayerIssueCode } from './analyze-network.js';
import type { PresetName } from './presets.js';

/** What is wrong with a layer, and around it. */
export interface IssueContext {
  readonly type: LayerSpec['type'];
  /** Such as `26×26×32`; empty where it is not known. */
  readonly input: string;
  readonly outputs: string;
  readonly classes: string;
}

export interface NetworkWords {
  readonly title: string;
  readonly presets: string;
  readonly presetNames: Readonly<Record<PresetName, string>>;
  readonly presetNotes: Readonly<Record<PresetName, string>>;
  readonly own: string;
  readonly ownNote: string;
  readonly adapts: string;
  readonly drawing: string;
  readonly finding: (layers: string, inputs: string, outputs: string) => string;
  readonly broken: string;
  readonly columns: { readonly layer: string; readonly shape: string; readonly parameters: string };
  readonly input: string;
  readonly layers: string;
  readonly add: string;
  readonly addNote: string;
  readonly none: string;
  readonly kinds: Readonly<Record<LayerSpec['type'], string>>;
  readonly about: Readonly<Record<LayerSpec['type'], string>>;
  readonly up: (layer: string) => string;
  readonly down: (layer: string) => string;
  readonly remove: (layer: string) => string;
  readonly moved: (layer: string, place: string) => string;
  readonly removed: (layer: string) => string;
  readonly added: (layer: string, place: string) => string;
  readonly more: string;
  readonly options: {
    readonly units: string;
    readonly filters: string;
    readonly kernelSize: string;
    readonly poolSize: string;
    readonly strides: string;
    readonly padding: string;
    readonly rate: string;
    readonly activation: string;
    readonly useBias: string;
    readonly kernelInitializer: string;
  };
  readonly activations: Readonly<Record<ActivationName, string>>;
  readonly initializers: Readonly<Record<InitializerName, string>>;
  /** Names of the two numbers of a window that is not square. */
  readonly sides: (label: string) => { readonly rows: string; readonly columns: string };
  readonly paddings: Readonly<Record<Padding, string>>;
  readonly parameters: (count: string) => string;
  readonly noParameters: string;
  readonly total: (count: string) => string;
  readonly unknownShape: string;
  readonly issues: Readonly<Record<LayerIssueCode, (context: IssueContext) => string>>;
  readonly mend: Readonly<Partial<Record<LayerIssueCode, (context: IssueContext) => string>>>;
}

const flattenFirst = (type: LayerSpec['type']) => type === 'dense';

export const networkWords: Localized<NetworkWords> = {
  en: {
    title: 'Network',
    presets: 'Start from',
    presetNames: { mlp: 'MLP 128', mlp512: 'MLP 512-512', cnn: 'CNN', tinyvgg: 'Tiny VGG' },
    presetNotes: {
      mlp: 'The lecture’s first network: every pixel goes to each of 128 neurons.',
      mlp512: 'Two hidden layers of 512 neurons; dropout keeps it from learning by heart.',
      cnn: 'Convolutions find small patterns first; the dense layers decide. Slower, and more often right.',
      tinyvgg: 'Four convolutions of ten filters each: small enough to look at every number.',
    },
    own: 'Your own',
    ownNote: 'Your own stack of layers. Pick one of the above to start over.',
    adapts: 'Its last layer has as many outputs as the data has classes.',
    drawing: 'The network, layer by layer',
    finding: (layers, inputs, outputs) =>
      `${layers} layers turn ${inputs} numbers into ${outputs} probabilities.`,
    broken: 'The network does not work yet: the layer that is marked says why.',
    columns: { layer: 'Layer', shape: 'Output', parameters: 'Parameters' },
    input: 'Input',
    layers: 'Layers, from the input to the answer',
    add: 'Add a layer',
    addNote: 'It goes where it fits; the arrows move it.',
    none: 'There is no layer yet. Add one, or start from a network above.',
    kinds: {
      flatten: 'Flatten',
      dense: 'Dense',
      conv2d: 'Convolution',
      maxPooling2d: 'Max pooling',
      averagePooling2d: 'Average pooling',
      dropout: 'Dropout',
      activation: 'Activation',
    },
    about: {
      flatten: 'Lays the rows of an image one after another: one long list of numbers.',
      dense: 'Each neuron weighs every number that comes in.',
      conv2d: 'Each filter slides over the image and answers where its pattern is.',
      maxPooling2d: 'Keeps the largest number of each window: the image shrinks.',
      averagePooling2d: 'Keeps the mean of each window: the image shrinks.',
      dropout: 'While training, sets some of the numbers, drawn by chance, to 0.',
      activation: 'Applies a function to every number.',
    },
    up: (layer) => `Move ${layer} up`,
    down: (layer) => `Move ${layer} down`,
    remove: (layer) => `Remove ${layer}`,
    moved: (layer, place) => `${layer} is now layer ${place}.`,
    removed: (layer) => `${layer} was removed.`,
    added: (layer, place) => `${layer} was added as layer ${place}.`,
    more: 'More',
    options: {
      units: 'Neurons',
      filters: 'Filters',
      kernelSize: 'Kernel side',
      poolSize: 'Window side',
      strides: 'Stride',
      padding: 'Edge',
      rate: 'Share set to 0',
      activation: 'Activation',
      useBias: 'With bias',
      kernelInitializer: 'First weights',
    },
    activations: {
      linear: 'none (linear)',
      relu: 'ReLU',
      sigmoid: 'sigmoid',
      tanh: 'tanh',
      softmax: 'softmax',
    },
    initializers: {
      glorotUniform: 'Glorot, uniform',
      glorotNormal: 'Glorot, normal',
      heUniform: 'He, uniform',
      heNormal: 'He, normal',
      zeros: 'all zero',
    },
    sides: (label) => {
      const thing = label.replace(' side', '');
      return { rows: `${thing}, down`, columns: `${thing}, across` };
    },
    paddings: { valid: 'cut off (valid)', same: 'padded with 0 (same)' },
    parameters: (count) => (count === '1' ? '1 parameter' : `${count} parameters`),
    noParameters: 'learns nothing',
    total: (count) => `${count} parameters in all`,
    unknownShape: 'unknown',
    issues: {
      wrongValue: () => 'One of its numbers is not possible here. Choose another.',
      unknownKey: () => 'It has an option that this kind of layer does not have.',
      unknownLayerType: () => 'There is no such kind of layer.',
      unsafeName: () => 'Its name cannot be used.',
      duplicateName: () => 'Two layers have the same name.',
      softmaxNotLast: () =>
        'Softmax makes probabilities of the classes. It belongs in the last layer only.',
      inputShape: ({ type, input }) =>
        flattenFirst(type)
          ? `A dense layer takes a plain list of numbers, and what comes in is an image of ${input}. Put “Flatten” before it.`
          : `This layer needs an image, and what comes in is a list of ${input} numbers. Move it before “Flatten”.`,
      windowTooLarge: ({ input }) =>
        `Its window is larger than the image that comes in (${input}). Make the window smaller, pad the edge, or shrink the image less before.`,
      outputShape: ({ outputs }) =>
        `The last layer must give one number for each class, and this one gives images (${outputs}).`,
      tooLarge: () =>
        'The network would need more memory than there is. Pool the image first, or use fewer neurons or filters.',
      classes: ({ outputs, classes }) =>
        `The last layer gives ${outputs} numbers, and the data has ${classes} classes.`,
    },
    mend: {
      inputShape: () => 'Put “Flatten” before it',
      windowTooLarge: () => 'Pad the edge',
      softmaxNotLast: () => 'Use ReLU here',
      outputShape: ({ classes }) => `Add “Flatten” and a dense layer of ${classes}`,
      classes: ({ type, classes }) =>
        type === 'dense' ? `Give it ${classes} neurons` : `Add a dense layer of ${classes}`,
    },
  },
  ja: {
    title: 'ネットワーク',
    presets: '出発点',
    presetNames: { mlp: 'MLP 128', mlp512: 'MLP 512-512', cnn: 'CNN', tinyvgg: 'Tiny VGG' },
    presetNotes: {
      mlp: '講義で最初に作るネットワークです。すべての画素が128個のニューロンそれぞれにつながります。',
      mlp512:
        '512個のニューロンの隠れ層を2つ重ねます。ドロップアウトで丸暗記（過学習）を防ぎます。',
      cnn: '畳み込みで小さな模様を見つけ、全結合層で判断します。時間はかかりますが、よく当たります。',
      tinyvgg:
        '10枚のフィルターの畳み込みを4回行います。すべての数値を目で追えるほど小さなネットワークです。',
    },
    own: '自分の構成',
    ownNote: '自分で重ねた層です。上から選ぶと、そのネットワークからやり直せます。',
    adapts: '最後の層の出力の数は、データのクラスの数に合わせてあります。',
    drawing: 'ネットワークの図（層ごと）',
    finding: (layers, inputs, outputs) =>
      `${layers}つの層で、${inputs}個の数値が${outputs}個の確率になります。`,
    broken: 'まだ動きません。印の付いた層に理由が書いてあります。',
    columns: { layer: '層', shape: '出力', parameters: 'パラメータ' },
    input: '入力',
    layers: '層（入力から答えまで）',
    add: '層を加える',
    addNote: '合う位置に入ります。矢印のボタンで動かせます。',
    none: 'まだ層がありません。層を加えるか、上のネットワークから始めてください。',
    kinds: {
      flatten: '平坦化（Flatten）',
      dense: '全結合',
      conv2d: '畳み込み',
      maxPooling2d: '最大プーリング',
      averagePooling2d: '平均プーリング',
      dropout: 'ドロップアウト',
      activation: '活性化関数',
    },
    about: {
      flatten: '画像の行を順につないで、数値の長い1列にします。',
      dense: 'どのニューロンも、入ってくる数値すべてに重みを掛けて足します。',
      conv2d: 'フィルターが画像の上を動き、自分の模様がある場所で反応します。',
      maxPooling2d: '窓の中の最大の数値だけを残して、画像を小さくします。',
      averagePooling2d: '窓の中の平均を残して、画像を小さくします。',
      dropout: '学習中だけ、無作為に選んだ数値を0にします。',
      activation: 'すべての数値に関数を適用します。',
    },
    up: (layer) => `${layer}を上へ動かす`,
    down: (layer) => `${layer}を下へ動かす`,
    remove: (layer) => `${layer}を取り除く`,
    moved: (layer, place) => `${layer}を${place}番目に動かしました。`,
    removed: (layer) => `${layer}を取り除きました。`,
    added: (layer, place) => `${layer}を${place}番目に加えました。`,
    more: 'その他',
    options: {
      units: 'ニューロンの数',
      filters: 'フィルターの数',
      kernelSize: 'カーネルの一辺',
      poolSize: '窓の一辺',
      strides: 'ストライド',
      padding: '端の扱い',
      rate: '0にする割合',
      activation: '活性化関数',
      useBias: 'バイアスを使う',
      kernelInitializer: '重みの初期値',
    },
    activations: {
      linear: 'なし（線形）',
      relu: 'ReLU',
      sigmoid: 'シグモイド',
      tanh: 'tanh',
      softmax: 'ソフトマックス',
    },
    initializers: {
      glorotUniform: 'Glorot（一様分布）',
      glorotNormal: 'Glorot（正規分布）',
      heUniform: 'He（一様分布）',
      heNormal: 'He（正規分布）',
      zeros: 'すべて0',
    },
    sides: (label) => {
      const thing = label.replace('の一辺', '');
      return { rows: `${thing}（縦）`, columns: `${thing}（横）` };
    },
    paddings: { valid: '詰めない（valid）', same: '0で埋める（same）' },
    parameters: (count) => `パラメータ${count}個`,
    noParameters: 'パラメータなし',
    total: (count) => `パラメータは全部で${count}個`,
    unknownShape: '不明',
    issues: {
      wrongValue: () => 'ここでは使えない値があります。別の値にしてください。',
      unknownKey: () => 'この種類の層にはない設定があります。',
      unknownLayerType: () => 'そのような種類の層はありません。',
      unsafeName: () => 'その名前は使えません。',
      duplicateName: () => '同じ名前の層が2つあります。',
      softmaxNotLast: () => 'ソフトマックスはクラスの確率を作ります。最後の層だけで使います。',
      inputShape: ({ type, input }) =>
        flattenFirst(type)
          ? `全結合層に入れられるのは1列に並んだ数値ですが、${input}の画像が入ってきます。前に「平坦化」を置いてください。`
          : `この層には画像が必要ですが、1列に並んだ${input}個の数値が入ってきます。「平坦化」より前に動かしてください。`,
      windowTooLarge: ({ input }) =>
        `窓が、入ってくる画像（${input}）より大きくなっています。窓を小さくする、端を0で埋める、前の層で画像を縮めすぎない、のどれかで直ります。`,
      outputShape: ({ outputs }) =>
        `最後の層は、クラスごとに1つの数値を出さなければなりません。この層が出すのは画像（${outputs}）です。`,
      tooLarge: () =>
        '必要なメモリが大きすぎます。先にプーリングで画像を小さくするか、ニューロンやフィルターを減らしてください。',
      classes: ({ outputs, classes }) =>
        `最後の層の出力は${outputs}個ですが、データのクラスは${classes}個です。`,
    },
    mend: {
      inputShape: () => '前に「平坦化」を置く',
      windowTooLarge: () => '端を0で埋める',
      softmaxNotLast: () => 'ReLUにする',
      outputShape: ({ classes }) => `「平坦化」と出力${classes}個の全結合層を加える`,
      classes: ({ type, classes }) =>
        type === 'dense' ? `ニューロンを${classes}個にする` : `出力${classes}個の全結合層を加える`,
    },
  },
};
