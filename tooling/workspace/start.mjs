/** @file `npm start`: from a fresh clone to a trained network, offline after the installation. */
import process from 'node:process';
import { fail, install, installed, requireNode, run, say } from './steps.mjs';

requireNode();
say('manabi: install, build, then train a network on hand-drawn digits\n');
install();

say('\nBuilding the command line');
const build = ['run', 'build', '--filter=@manabi/cli...', '--output-logs=errors-only'];
if (run(installed('turbo'), build) !== 0) fail('The build failed; the messages above say where.');

say(
  '\n$ npx manabi train --dataset synthetic-digits --model mlp --epochs 3 --seed 1 --show 3 --out runs/first',
);
const status = run(installed('manabi'), [
  ...['train', '--dataset', 'synthetic-digits', '--model', 'mlp', '--epochs', '3', '--seed', '1'],
  ...['--show', '3', '--out', 'runs/first'],
]);
if (status !== 0) process.exit(status);

say(`
What to try next
  npx manabi inspect runs/first                                the layers and parameters of that network
  npx manabi evaluate runs/first                               its confusion matrix, and figures per class
  npx manabi train --dataset iris --model mlp --hidden 8       flowers from four measurements
  npx manabi train --dataset fashion-mnist --model mlp         real images (downloads 30 MB once)
  npx manabi backends                                          what this machine can compute with
  npx pnpm --filter @manabi/web dev                            the site: lessons, lab and explorers, on http://localhost:5173
  npx manabi --help                                            everything else`);
