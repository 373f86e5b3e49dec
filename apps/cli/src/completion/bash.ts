import type { CompletableCommand, CompletableValue } from './completable.js';

/** A script for bash 3.2 and later: one function, which looks at the words before the cursor. */
export function bashScript(commands: readonly CompletableCommand[]): string {
  return `# Completion of manabi for bash, made by: manabi completion bash
_manabi() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" path="" i
  local commands=" ${paths(commands)} " files=""
  local words=""
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$commands" in
      *" \${path:+$path/}\${COMP_WORDS[i]} "*) path="\${path:+$path/}\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$path $before" in
${commands.flatMap(optionCases).join('\n')}
    *) case "$path" in
${commands.map(commandCase).join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ -n "$files" ] && [[ "$word" != -* ]]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$word"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _manabi manabi
`;
}

/** Every command's path with slashes, such as `data/show`. */
function paths(commands: readonly CompletableCommand[]): string {
  return commands
    .filter(({ path }) => path !== '')
    .map(({ path }) => path.replaceAll(' ', '/'))
    .join(' ');
}

function optionCases({ path, options }: CompletableCommand): string[] {
  return options.flatMap(({ names, value }) => {
    if (value === null) return [];
    const patterns = names.map((name) => `"${path.replaceAll(' ', '/')} ${name}"`).join('|');
    return [`    ${patterns}) ${offered(value)} ;;`];
  });
}

function commandCase({ path, commands, options, argument }: CompletableCommand): string {
  const names = [
    ...commands.map(({ name }) => name),
    ...(argument?.words ?? []),
    ...options.flatMap((option) => option.names),
  ];
  const files = argument?.files === true ? '; files=1' : '';
  return `      "${path.replaceAll(' ', '/')}") words="${names.join(' ')}"${files} ;;`;
}

function offered({ words, files }: CompletableValue): string {
  return `words="${words.join(' ')}"${files ? '; files=1' : ''}`;
}
