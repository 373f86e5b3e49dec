import type { CompletableCommand, CompletableValue } from './completable.js';

/** A script for zsh, to be evaluated after `compinit` or to lie in a folder of `fpath`. */
export function zshScript(commands: readonly CompletableCommand[]): string {
  return `#compdef manabi
# Completion of manabi for zsh, made by: manabi completion zsh
_manabi() {
  local spot="" i before="\${words[CURRENT-1]}"
  local -a known names flags
  known=(${commands.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join(' ')})
  for ((i = 2; i < CURRENT; i++)); do
    if (( \${known[(Ie)\${spot:+$spot }\${words[i]}]} )); then spot="\${spot:+$spot }\${words[i]}"; fi
  done
  case "$spot $before" in
${commands.flatMap(optionCases).join('\n')}
  esac
  case "$spot" in
${commands.map(commandCase).join('\n')}
  esac
}
if [[ "\${funcstack[1]}" == _manabi ]]; then _manabi "$@"; else compdef _manabi manabi; fi
`;
}

function optionCases({ path, options }: CompletableCommand): string[] {
  return options.flatMap(({ names, value }) => {
    if (value === null) return [];
    const patterns = names.map((name) => quote(`${path} ${name}`)).join('|');
    return [`    ${patterns}) ${offered(value)}; return ;;`];
  });
}

function commandCase({ path, commands, options, argument }: CompletableCommand): string {
  const names = commands.map(({ name, description }) => quote(`${name}:${description}`));
  const flags = options.flatMap((option) =>
    option.names.map((name) => quote(`${name}:${option.description}`)),
  );
  return `    ${quote(path)}) names=(${names.join(' ')}); flags=(${flags.join(' ')})
      (( $#names )) && _describe command names
      _describe option flags -o
      ${argument === null ? '' : offered(argument)} ;;`;
}

function offered({ words, files }: CompletableValue): string {
  const parts = [
    ...(words.length > 0 ? [`compadd -- ${words.map(quote).join(' ')}`] : []),
    ...(files ? ['_files'] : []),
  ];
  return parts.length === 0 ? ':' : parts.join('; ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
