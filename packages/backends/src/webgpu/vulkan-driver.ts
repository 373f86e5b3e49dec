/**
 * @file Whether Vulkan's loader would find a driver on Linux. Asked first, because Dawn and the
 * loader write their disappointment to standard error, where nobody can catch it.
 */

type Environment = Readonly<Record<string, string | undefined>>;

const namedDrivers = ['VK_DRIVER_FILES', 'VK_ADD_DRIVER_FILES', 'VK_ICD_FILENAMES'];

/**
 * The folders in which drivers announce themselves, in the loader's order.
 * Source: Vulkan-Loader, LoaderDriverInterface.md, "Driver Discovery on Linux".
 */
export function driverFolders(environment: Environment): string[] {
  const home = environment.HOME ?? '';
  const list = (name: string, otherwise: string) => (environment[name] ?? otherwise).split(':');
  const roots = [
    ...list('XDG_CONFIG_HOME', `${home}/.config`),
    ...list('XDG_CONFIG_DIRS', '/etc/xdg'),
    '/usr/local/etc',
    '/etc',
    ...list('XDG_DATA_HOME', `${home}/.local/share`),
    ...list('XDG_DATA_DIRS', '/usr/local/share:/usr/share'),
  ];
  return roots.filter((root) => root !== '').map((root) => `${root}/vulkan/icd.d`);
}

/** @param listFolder - names of a folder's files; empty where there is no such folder. */
export function hasVulkanDriver(
  environment: Environment,
  listFolder: (path: string) => readonly string[],
): boolean {
  const isNamed = namedDrivers.some((name) => (environment[name] ?? '') !== '');
  const isManifest = (file: string) => file.endsWith('.json');
  return isNamed || driverFolders(environment).some((path) => listFolder(path).some(isManifest));
}
