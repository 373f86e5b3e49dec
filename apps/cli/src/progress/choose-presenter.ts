import process from 'node:process';
import { jsonPresenter } from './json-presenter.js';
import { logPresenter } from './log-presenter.js';
import { silent, type Presenter } from './presenter.js';

/** The presenter that suits what was asked for and where stdout goes. */
export async function choosePresenter(options: {
  readonly json?: true;
  readonly quiet?: true;
}): Promise<Presenter> {
  if (options.json === true) return jsonPresenter;
  if (options.quiet === true) return silent;
  if (!process.stdout.isTTY || process.env.TERM === 'dumb') return logPresenter();
  const { livePresenter } = await import('./live-presenter.js');
  return livePresenter(process.stdout);
}
