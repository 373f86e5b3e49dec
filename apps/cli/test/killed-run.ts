/** @file Kills a real `manabi train --checkpoint` again and again, and resumes it each time. */
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '@manabi/trainer';
import { manabi, startManabi } from './manabi.js';

/** Kills so far. */
export interface Kills {
  readonly tried: number;
  /** Of them, those that left a checkpoint half written. */
  readonly whileWriting: number;
}

/**
 * Runs to the end through a number of kills; when a run ends before there were enough, another
 * begins.
 *
 * @param folder - new; checkpoints and records go there.
 * @param random - the next number in [0, 1): decides when to kill.
 * @param onEnd - called with the record of every run that came to its end.
 */
export async function killAndResume(
  words: readonly string[],
  folder: string,
  kills: number,
  random: () => number,
  onEnd: (record: RunRecord) => void,
): Promise<Kills> {
  const checkpoints = join(folder, 'checkpoints');
  const recordFile = join(folder, 'run.json');
  const flags = ['--record', recordFile, '--quiet'];
  let [tried, whileWriting, isBegun] = [0, 0, false];
  for (;;) {
    await mkdir(checkpoints, { recursive: true });
    const start = isBegun
      ? ['train', '--resume', checkpoints, ...flags]
      : [...words, '--checkpoint', checkpoints, '--checkpoint-every', '40steps', ...flags];
    const wasKilled =
      tried < kills ? await runAndKill(start, checkpoints, random) : await runToEnd(start);
    if (wasKilled) {
      tried++;
      const names = await readdir(checkpoints);
      if (names.some((name) => name.startsWith('.writing-'))) whileWriting++;
      isBegun = names.some((name) => name.startsWith('epoch-'));
      continue;
    }
    onEnd(JSON.parse(await readFile(recordFile, 'utf8')) as RunRecord);
    if (tried >= kills) return { tried, whileWriting };
    await rm(folder, { recursive: true });
    isBegun = false;
  }
}

/** @returns false always: nobody kills it. */
async function runToEnd(words: readonly string[]): Promise<false> {
  const { exitCode, stderr } = await manabi(words);
  if (exitCode !== 0) throw new Error(`${words.join(' ')} exited with ${exitCode}: ${stderr}`);
  return false;
}

/** @returns whether the kill came before the end of the run. */
async function runAndKill(
  words: readonly string[],
  checkpoints: string,
  random: () => number,
): Promise<boolean> {
  const { child, finished } = startManabi(words);
  const kill = () => child.kill('SIGKILL');
  // Half of the kills come at any moment, also while Node still loads the program; half within
  // milliseconds after some checkpoint began to be written.
  const isTimed = random() < 0.5;
  let writesBefore = Math.floor(random() * 6);
  const delayMs = isTimed ? random() * 2000 : random() * 3 - 1;
  const watcher = watch(checkpoints, (_, name) => {
    if (isTimed || !name?.startsWith('.writing-') || writesBefore-- > 0) return;
    watcher.close();
    if (delayMs <= 0) kill();
    else setTimeout(kill, delayMs);
  });
  const timer = isTimed ? setTimeout(kill, delayMs) : undefined;
  const { exitCode, signal, stderr } = await finished;
  watcher.close();
  clearTimeout(timer);
  if (signal === 'SIGKILL') return true;
  if (exitCode !== 0) throw new Error(`${words.join(' ')} exited with ${exitCode}: ${stderr}`);
  return false;
}
