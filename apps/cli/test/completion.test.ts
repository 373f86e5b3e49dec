import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manabi } from './manabi.js';

const execute = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-completion-'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { exitCode, stdout } = await manabi(['completion', shell]);
    expect(exitCode).toBe(0);
    await writeFile(join(folder, shell), stdout);
  }
  await writeFile(join(folder, 'run.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true }));

/** What a shell offers for the last word of a line. */
type Complete = (line: string) => Promise<string[]>;

const lines = (text: string) => text.split('\n').filter(Boolean);

const inBash: Complete = async (line) => {
  const script = `source ./bash; COMP_WORDS=(${line.replace(/ $/, ' ""')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _manabi; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await execute('bash', ['--norc', '-c', script], { cwd: folder });
  return lines(stdout);
};

const inFish: Complete = async (line) => {
  const script = `source ./fish; complete -C ${JSON.stringify(line)}`;
  const { stdout } = await execute('fish', ['--no-config', '-c', script], { cwd: folder });
  return lines(stdout).map((offer) => offer.split('\t')[0]!);
};

/** A terminal of its own, in which the tab key lists what there is; it is typed and read by zpty. */
const inZsh: Complete = async (line) => {
  const script = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; autoload -Uz compinit; compinit -D; zstyle ':completion:*' list-separator '#'; zstyle ':completion:*' verbose no; unsetopt auto_menu menu_complete; setopt auto_list list_rows_first; source ./zsh; LISTMAX=1000; compprint() { print -r -- \\"<\\$compstate[nmatches]\\"; }; complete-offers() { compadd() { local -a kept; if (( \\$@[(I)-O] || \\$@[(I)-A] || \\$@[(I)-D] )); then builtin compadd \\"\\$@\\"; return; fi; builtin compadd -A kept \\"\\$@\\"; print -rl -- \\"offer:\\"\\$^kept; builtin compadd \\"\\$@\\" }; _main_complete; print end-of-offers; compstate[insert]=; compstate[list]= }; zle -C complete-offers complete-word complete-offers; bindkey '^I' complete-offers; print rea''dy"
zpty -r shell out '*ready*'
zpty -n -w shell ${JSON.stringify(line)}$'\\t'
zpty -r shell out '*end-of-offers*'
print -r -- "$out"
zpty -d shell`;
  const { stdout } = await execute('zsh', ['-f', '-c', script], { cwd: folder, timeout: 20_000 });
  const offers = lines(stdout.replaceAll('\r', '')).flatMap(
    (text) => /offer:(.*)/.exec(text)?.[1] ?? [],
  );
  // These are all that stand to choice; of them zsh takes what begins with the word.
  const word = line.split(' ').at(-1)!;
  return offers.filter((offer) => offer.startsWith(word));
};

const shells: readonly [string, Complete][] = [
  ['bash', inBash],
  ['fish', inFish],
  ['zsh', inZsh],
];

describe.each(shells)('completion in %s', (shell, complete) => {
  const isHere = spawnSync(shell, ['--version']).status === 0;
  const test = it.skipIf(!isHere);
  const note = isHere ? '' : ` (skipped: ${shell} is not installed)`;

  test(`completes commands and those below them${note}`, async () => {
    expect(await complete('manabi tr')).toEqual(['train']);
    expect((await complete('manabi data ')).filter((word) => !word.startsWith('-'))).toEqual(
      expect.arrayContaining(['list', 'fetch', 'verify', 'show']),
    );
  });

  test(`completes options of the command and of no other${note}`, async () => {
    expect((await complete('manabi train --early')).map((word) => word.trim())).toEqual([
      '--early-stopping',
    ]);
    expect(await complete('manabi report --lang')).toEqual(['--language']);
    expect(await complete('manabi report --early')).toEqual([]);
  });

  test(`completes the words that an option takes${note}`, async () => {
    expect([...(await complete('manabi train --optimizer '))].sort()).toEqual([
      'adam',
      'momentum',
      'rmsprop',
      'sgd',
    ]);
    expect(await complete('manabi train --epochs 3 --dataset fas')).toEqual(['fashion-mnist']);
    expect([...(await complete('manabi completion '))]).toEqual(
      expect.arrayContaining(['bash', 'zsh', 'fish']),
    );
  });

  // Files are offered by zsh's own function, past the place where offers are read here.
  (shell === 'zsh' ? it.skip : test)(`completes files where they may stand${note}`, async () => {
    expect(await complete('manabi report run')).toEqual(['run.json']);
    expect(await complete('manabi train --epochs run')).toEqual([]);
  });
});
