/** @file `@manabi/backends/plan`: training plans and what executes them; imports no tensor library. */
export type {
  ActivationCall,
  ActivationGradientCall,
  AveragePooling2dGradientCall,
  ClipByNormCall,
  ClipByValueCall,
  Conv2dCall,
  Conv2dFilterGradientCall,
  Conv2dInputGradientCall,
  DenseCall,
  DenseInputGradientCall,
  DenseWeightGradientCall,
  DenseWeightUpdateCall,
  DropoutCall,
  GatherCall,
  KernelActivation,
  KernelCall,
  MaxPooling2dGradientCall,
  Pooling2dCall,
  SoftmaxCall,
  SoftmaxCrossEntropyCall,
  SumOfSquaresCall,
  UpdateCall,
  UpdateRule,
  UpdateTarget,
} from './kernel-call.js';
export type { BufferDtype, PlanBuffer } from './plan-buffer.js';
export type { Plan } from './plan.js';
export type { WindowGeometry } from './window-geometry.js';
export type { PlanExamples, PlanExecutor, PlanStep } from './plan-executor.js';
export { planMemory, type PlanMemory } from './plan-memory.js';
export { describePlan } from './describe-plan.js';
export { normBlocks } from './norm-block.js';
export { planWork } from './plan-work.js';
export { singleCallPlan, type MatrixProductCall } from './single-call-plan.js';
export { PlanError, type PlanErrorCode } from './plan-error.js';
export { CpuPlanExecutor } from '../cpu/cpu-plan-executor.js';
export { createPeakLoop, type PeakLoop } from '../wasm/peak-loop.js';
export { tileHeights, tileTimings, type TileHeight, type TileTiming } from '../wasm/tile-height.js';
export { WasmPlanExecutor } from '../wasm/wasm-plan-executor.js';
