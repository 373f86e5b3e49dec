/** @file What was dropped or chosen, with the folders that it lay in. */
import type { PlacedFile } from './folder-files.js';

/** Files of `<input type="file" webkitdirectory>`. */
export function chosenFiles(list: FileList | null): readonly PlacedFile[] {
  return Array.from(list ?? [], (file) => ({
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
    file,
  }));
}

/** All files in the folders that were dropped. To be called before the event is over. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly PlacedFile[]> {
  // The list is empty once anything was awaited.
  const items = Array.from(transfer?.items ?? [], (item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const found = items.map(async ({ entry, file }) => {
    if (entry !== null) return walk(entry);
    // What another program hands over may lie in no folder.
    return file === null ? [] : [{ path: file.name, file }];
  });
  return (await Promise.all(found)).flat();
}

async function walk(entry: FileSystemEntry): Promise<readonly PlacedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A reader gives at most a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) break;
    inside.push(...some);
  }
  const nested = await Promise.all(inside.map(walk));
  return nested.flat();
}
