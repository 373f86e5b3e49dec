/** @file A module of its own, so that bundles load the kernels of the CPU apart. */
export { CpuPlanExecutor } from '@manabi/backends/plan';
