/** @file A chosen folder of images by class: which file belongs to which class and part. */
import type { DataNotice } from './problems.js';

/** A file and where it lay: `animals/cat/1.png`. */
export interface PlacedFile {
  readonly path: string;
  readonly file: File;
}

export interface ClassFile extends PlacedFile {
  readonly label: number;
  /** Undefined where the folder has no `train` and `test`: the page splits. */
  readonly part: 'train' | 'test' | undefined;
}

export interface FolderFiles {
  /** The chosen folder. */
  readonly name: string;
  readonly classNames: readonly string[];
  readonly files: readonly ClassFile[];
  readonly notices: readonly DataNotice[];
}

/** What systems leave behind in folders. */
const clutter = /^(\..*|thumbs\.db|desktop\.ini|__macosx)$/i;

/**
 * Sorts files by the folder that they lie in. Classes and files are taken in the order of their
 * names; when the folder holds `train` and `test` and nothing else, those are the two parts.
 */
export function sortFolder(placed: readonly PlacedFile[]): FolderFiles {
  const files = placed
    .map(({ path, file }) => ({ path, file, steps: path.split('/').filter((step) => step !== '') }))
    .filter(({ steps }) => !steps.some((step) => clutter.test(step)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const name = files[0]?.steps[0] ?? '';
  const folders = new Set(
    files.filter(({ steps }) => steps.length > 2).map(({ steps }) => steps[1]!),
  );
  const parted = folders.size === 2 && folders.has('train') && folders.has('test');
  const depth = parted ? 2 : 1;
  const classOf = (steps: readonly string[]) =>
    steps.length > depth + 1 ? steps[depth] : undefined;
  const named = (part: string | undefined) =>
    files.flatMap(({ steps }) =>
      part === undefined || steps[1] === part ? (classOf(steps) ?? []) : [],
    );
  const classNames = [...new Set(named(parted ? 'train' : undefined))];
  const unknown = new Set(parted ? named('test').filter((one) => !classNames.includes(one)) : []);
  const notices: DataNotice[] = [...unknown].map((className) => ({
    kind: 'unknown-class',
    className,
  }));
  const sorted = files.flatMap(({ path, file, steps }): ClassFile[] => {
    const className = classOf(steps);
    if (className === undefined) {
      notices.push({ kind: 'no-class', file: path });
      return [];
    }
    const label = classNames.indexOf(className);
    const part = parted ? (steps[1] as 'train' | 'test') : undefined;
    return label === -1 ? [] : [{ path, file, label, part }];
  });
  return { name, classNames, files: sorted, notices };
}
