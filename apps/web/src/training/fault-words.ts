import type { Localized } from '../i18n/language.svelte.js';
import type { FaultCode } from './fault.js';

/** What went wrong and what to do, for readers. */
export const faultWords: Localized<Readonly<Record<FaultCode, string>>> = {
  en: {
    'worker-missing': 'The training could not be loaded. Check the connection and try again.',
    'data-missing':
      'This data is not on this site, and this browser has not kept it. The drawn digits are always there.',
    'load-cancelled': 'The loading of the data was stopped. Start loads it again.',
    'data-damaged': 'The data is damaged: it is not what it should be.',
    'own-data-missing':
      'This data is not in this browser: it was deleted here, or is kept elsewhere.',
    'data-changed':
      'The data is no longer what this run began with, so it cannot go on. Start a new run.',
    'invalid-network': 'The network cannot be built like this.',
    'data-mismatch': 'The network and the data do not fit together.',
    'invalid-setting': 'One of the settings cannot be meant like this.',
    'backend-unavailable': 'None of the ways to compute works in this browser.',
    'no-run': 'There is no such run in this browser.',
    'record-only':
      'Only the record of this run is kept, without its weights: it can be compared with other runs, but not opened.',
    storage: 'The browser does not let this page keep anything.',
    'storage-full':
      'The browser has no room left for this page. Delete runs or data sets that you no longer need.',
    unexpected: 'Something went wrong.',
  },
  ja: {
    'worker-missing':
      '訓練のプログラムを読み込めませんでした。接続を確かめて、もう一度お試しください。',
    'data-missing':
      'このデータはこのサイトになく、このブラウザにも保存されていません。合成した手書き数字なら、いつでも使えます。',
    'load-cancelled': 'データの読み込みを中止しました。「開始」を押すと、もう一度読み込みます。',
    'data-damaged': 'データが壊れています。',
    'own-data-missing':
      'このデータはこのブラウザにありません。削除されたか、別の場所に保存されています。',
    'data-changed':
      'データが、この訓練を始めたときと変わっているため、続きができません。新しく始めてください。',
    'invalid-network': 'このネットワークは、このままでは作れません。',
    'data-mismatch': 'ネットワークとデータの形が合っていません。',
    'invalid-setting': '設定の値に、使えないものがあります。',
    'backend-unavailable': 'このブラウザでは、どの計算方法も使えません。',
    'no-run': 'この訓練は、このブラウザにありません。',
    'record-only':
      'この訓練は記録だけが保存されていて、重みがありません。ほかの訓練と比べることはできますが、開くことはできません。',
    storage: 'このブラウザは、ページのデータを保存できない設定になっています。',
    'storage-full':
      'このブラウザの保存領域がいっぱいです。使わない訓練の記録やデータを削除してください。',
    unexpected: '問題が起きました。',
  },
};
