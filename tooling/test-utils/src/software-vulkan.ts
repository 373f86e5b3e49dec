import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Chromium's software Vulkan driver: lets WebGPU run in Node on a machine without a GPU. */
export const softwareVulkanDriver = '/usr/lib/chromium/vk_swiftshader_icd.json';

/**
 * Points Vulkan of this process at the software driver, unless a driver is named already.
 * Call it before the first WebGPU adapter is requested.
 *
 * @returns whether a Vulkan driver is named now.
 */
export function useSoftwareVulkan(): boolean {
  if (process.env.VK_ICD_FILENAMES !== undefined) return true;
  if (!existsSync(softwareVulkanDriver)) return false;
  process.env.VK_ICD_FILENAMES = softwareVulkanDriver;
  process.env.XDG_RUNTIME_DIR ??= tmpdir();
  return true;
}
