/**
 * @file `node contender.mjs MODE JOB`: a contender that takes 10 ms a step by its own word, or does
 * something else that a library may do.
 */
import process from 'node:process';
import { createInterface } from 'node:readline';

const mode = process.argv[2];
if (mode === 'crashes') throw new Error('Cannot find package "peer"');
if (mode !== 'silent') process.stdout.write('Hello from a library!\n{"version":"1.2"}\n');
let asked = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { steps } = JSON.parse(line);
  asked++;
  if (mode === 'crashes later' && asked === 4) throw new TypeError('no kernel for conv2d');
  if (mode === 'killed later' && asked === 4) process.kill(process.pid, 'SIGKILL');
  const seconds = mode === 'nonsense' ? 'soon' : mode === 'slow' ? 5 * steps : 0.01 * steps;
  process.stdout.write(`${JSON.stringify({ seconds })}\n`);
}
