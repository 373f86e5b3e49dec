import { formatNumber, type Localized } from '../i18n/language.svelte.js';

export interface ThroughTimeWords {
  readonly title: string;
  /** Name of a moment. */
  readonly moment: (epoch: number) => string;
  readonly play: string;
  readonly hold: string;
}

const decimals = { maximumFractionDigits: 2 } as const;

export const throughTimeWords: Localized<ThroughTimeWords> = {
  en: {
    title: 'Through time',
    moment: (epoch) =>
      epoch === 0
        ? 'before training'
        : Number.isInteger(epoch)
          ? `after epoch ${formatNumber(epoch)}`
          : `within epoch ${Math.ceil(epoch)} (${formatNumber(epoch, decimals)})`,
    play: 'Let time pass',
    hold: 'Hold time',
  },
  ja: {
    title: '時間をたどる',
    moment: (epoch) =>
      epoch === 0
        ? '学習前'
        : Number.isInteger(epoch)
          ? `${formatNumber(epoch)}エポック後`
          : `${Math.ceil(epoch)}エポック目の途中（${formatNumber(epoch, decimals)}）`,
    play: '時間を進める',
    hold: '止める',
  },
};
