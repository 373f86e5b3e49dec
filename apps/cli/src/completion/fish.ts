import type { CompletableCommand, CompletableValue } from './completable.js';

/** A script for fish: a line for each thing that may follow, with the place where it may. */
export function fishScript(commands: readonly CompletableCommand[]): string {
  const known = commands.flatMap(({ path }) => (path === '' ? [] : [quote(path)]));
  return `# Completion of manabi for fish, made by: manabi completion fish
function __manabi_at --argument-names wanted
    set -l spot ''
    set -l words (commandline -opc)
    for word in $words[2..-1]
        set -l next (string trim -- "$spot $word")
        contains -- $next ${known.join(' ')}
        and set spot $next
    end
    test "$spot" = "$wanted"
end
complete -c manabi -f
${commands.flatMap(lines).join('\n')}
`;
}

function lines({ path, commands, options, argument }: CompletableCommand): string[] {
  const at = `complete -c manabi -n ${quote(`__manabi_at ${quote(path)}`)}`;
  return [
    ...commands.map(({ name, description }) => `${at} -a ${name} -d ${quote(description)}`),
    ...options.map(({ names, description, value }) => {
      const flags = names.map((name) =>
        name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      );
      const taken = value === null ? '' : ` -r${offered(value)}`;
      return `${at} ${flags.join(' ')} -d ${quote(description)}${taken}`;
    }),
    ...(argument === null ? [] : [`${at}${offered(argument)}`]),
  ];
}

/** `-f` alone would also take files away that belong to another argument. */
function offered({ words, files }: CompletableValue): string {
  return `${words.length > 0 ? ` -a ${quote(words.join(' '))}` : ''}${files ? ' -F' : ' -f'}`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
