/** @file How a network answers test examples, whole and broken, and what of it is on show. */
import type { Examination } from '@manabi/trainer';
import type { Fault } from '../training/fault.js';
import { LatestAnswer } from '../training/latest-answer.svelte.js';
import { isBroken, type Damage } from './damage.js';

/** What of the answers the page shows. */
export interface ShownAnswers {
  readonly before: Examination | undefined;
  /** With this damage; undefined while nothing is broken or the answer is under way. */
  readonly after: Examination | undefined;
  /** Whether one of them is of another network. */
  readonly isStale: boolean;
  /** The broken network's where something is broken; until it answers, what was known before. */
  readonly listed: { readonly examination: Examination; readonly damage: Damage } | undefined;
  /** Whether that is of another network or other damage. */
  readonly isListStale: boolean;
}

/** @typeParam Network - says which one: another network is another object. */
export class WholeAndBroken<Network> {
  readonly whole: LatestAnswer<[network: Network], Examination>;
  readonly broken: LatestAnswer<[network: Network, damage: Damage], Examination>;

  constructor(ask: {
    readonly whole: (network: Network) => Promise<Examination>;
    /** The first may be quick and of some examples only, and the next thorough. */
    readonly broken: readonly ((
      network: Network,
      damage: Damage,
    ) => Promise<Examination | undefined>)[];
  }) {
    this.whole = new LatestAnswer(ask.whole);
    this.broken = new LatestAnswer(...ask.broken);
  }

  get fault(): Fault | undefined {
    return this.whole.fault ?? this.broken.fault;
  }

  /** Lets the broken network answer; without damage there is nothing to say. */
  async examineBroken(network: Network, damage: Damage): Promise<void> {
    if (isBroken(damage)) await this.broken.ask(network, damage);
    else this.broken.forget();
  }

  /** Of what is known, with what this network and this damage are on show. */
  shown(network: Network, damage: Damage): ShownAnswers {
    const whole = this.whole.found;
    const broken = isBroken(damage) ? this.broken.found : undefined;
    const after = broken?.question[1] === damage ? broken : undefined;
    const listed = broken ?? whole;
    const isListStale = isBroken(damage)
      ? !this.broken.isTo(network, damage)
      : !this.whole.isTo(network);
    return {
      before: whole?.answer,
      after: after?.answer,
      isStale: [whole, after].some((one) => one !== undefined && one.question[0] !== network),
      listed: listed && { examination: listed.answer, damage: listed.question[1] ?? nothing },
      isListStale,
    };
  }

  forget(): void {
    this.whole.forget();
    this.broken.forget();
  }
}

const nothing: Damage = { ablation: undefined, disturbance: undefined };
