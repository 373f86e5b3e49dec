import { describe, expect, it } from 'vitest';
import { driverFolders, hasVulkanDriver } from './vulkan-driver.js';

const empty = () => [];

describe('hasVulkanDriver', () => {
  it('is false where no folder holds a driver', () => {
    expect(hasVulkanDriver({ HOME: '/home/a' }, empty)).toBe(false);
  });

  it('is true for a manifest in a folder that the loader reads', () => {
    const list = (path: string) =>
      path === '/usr/share/vulkan/icd.d' ? ['nvidia_icd.json', 'readme'] : [];
    expect(hasVulkanDriver({}, list)).toBe(true);
  });

  it('is false for a folder that holds something else', () => {
    expect(hasVulkanDriver({}, () => ['readme.txt'])).toBe(false);
  });

  it.each(['VK_DRIVER_FILES', 'VK_ADD_DRIVER_FILES', 'VK_ICD_FILENAMES'])(
    'is true where %s names a driver',
    (name) => {
      expect(hasVulkanDriver({ [name]: '/opt/driver.json' }, empty)).toBe(true);
      expect(hasVulkanDriver({ [name]: '' }, empty)).toBe(false);
    },
  );

  it('reads the folders that XDG variables name instead of the usual ones', () => {
    const folders = driverFolders({ HOME: '/home/a', XDG_DATA_DIRS: '/x:/y' });
    expect(folders).toContain('/y/vulkan/icd.d');
    expect(folders).toContain('/home/a/.local/share/vulkan/icd.d');
    expect(folders).not.toContain('/usr/share/vulkan/icd.d');
  });
});
