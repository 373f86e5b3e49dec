import { availableParallelism, cpus, totalmem } from 'node:os';
import process from 'node:process';
import { counted } from '../terminal/figures.js';
import type { Machine } from './report.js';

export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

/** `AMD EPYC, 2 cores, 25.2 GB, linux x64, Node v20.20.2` */
export function machineLine({ cpu, cores, memoryBytes, platform, node }: Machine): string {
  return `${cpu}, ${counted(cores, 'core')}, ${(memoryBytes / 1e9).toFixed(1)} GB, ${platform}, Node ${node}`;
}
