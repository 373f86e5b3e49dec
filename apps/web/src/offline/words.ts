import type { Localized } from '../i18n/language.svelte.js';

interface OfflineWords {
  readonly newVersion: string;
  readonly reload: string;
  readonly later: string;
  readonly threads: string;
  readonly manyThreads: (cores: number) => string;
  readonly oneCore: string;
  readonly afterReload: (cores: number) => string;
  readonly reloadForThreads: string;
  readonly notIsolated: string;
  readonly insecure: string;
  readonly offline: string;
  readonly kept: string;
  readonly notKept: string;
}

export const words: Localized<OfflineWords> = {
  en: {
    newVersion:
      'A new version of this site is ready. It opens when you reload; what is in the address stays as it is, but a training that is running starts again.',
    reload: 'Reload',
    later: 'Later',
    threads: 'Threads',
    manyThreads: (cores) => `WebAssembly shares the work among up to ${cores} threads.`,
    oneCore: 'One: this browser offers a single processor core.',
    afterReload: (cores) => `One for now. After a reload there can be up to ${cores}.`,
    reloadForThreads: 'Reload now',
    notIsolated: 'One: this browser keeps the page’s memory from being shared among threads.',
    insecure: 'One: more need an address that begins with https.',
    offline: 'Without network',
    kept: 'This browser keeps the site: it opens without network, too.',
    notKept: 'This browser does not keep the site: it needs the network.',
  },
  ja: {
    newVersion:
      '新しいバージョンの準備ができました。再読み込みすると切り替わります。アドレスに入っている設定はそのまま残りますが、実行中の学習は最初からになります。',
    reload: '再読み込み',
    later: 'あとで',
    threads: 'スレッド数',
    manyThreads: (cores) => `WebAssemblyの計算を、最大${cores}スレッドで分担します。`,
    oneCore: '1です。このブラウザが使えるプロセッサのコアは1つだけです。',
    afterReload: (cores) => `今は1です。再読み込みすると、最大${cores}になります。`,
    reloadForThreads: '再読み込みする',
    notIsolated: '1です。このブラウザでは、スレッド間でメモリを共有できません。',
    insecure: '1です。増やすには、httpsで始まるアドレスで開く必要があります。',
    offline: 'オフライン',
    kept: 'サイト全体がこのブラウザに保存されているので、オフラインでも開けます。',
    notKept: 'サイトはこのブラウザに保存されていません。開くにはネットワーク接続が必要です。',
  },
};
