/** Words for the system's errors that a user can do something about. */
const wordsByCode: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'a folder where a file was expected',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'a name that is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'a file where a folder was expected',
  EPERM: 'operation not permitted',
  EROFS: 'a file system that is read-only',
};

/** What an error of the system means; undefined for any other. */
export function systemWords(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? undefined : wordsByCode[code];
}

/** What stands after "got" where the system refused something: its words, or its code. */
export function systemFault(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return systemWords(error) ?? code ?? String(error);
}
