import { convolutionAlgorithm } from './convolution-algorithm.js';
import type { Conv2dCall, KernelCall } from './kernel-call.js';
import { bufferLength, dtypeBytes, type PlanBuffer } from './plan-buffer.js';
import { planMemory } from './plan-memory.js';
import type { Plan } from './plan.js';
import type { WindowGeometry } from './window-geometry.js';

/**
 * A plan as text: what each procedure does, call by call, and where every buffer lies.
 *
 * @returns lines of at most about 120 characters, ended by a line break.
 *
 * @example
 * ```text
 * train, up to 32 examples
 *    1 gather                -> inputs, labels                         784 numbers an example
 *    2 dense                 inputs, dense1/kernel, dense1/bias -> dense1/output   784 x 128, relu
 * ```
 */
export function describePlan(plan: Plan): string {
  const { offsets, sizeBytes } = planMemory(plan);
  const lines: string[] = [];
  for (const [procedure, calls] of Object.entries(plan.procedures)) {
    lines.push(`${procedure}, up to ${plan.batchSize} examples`);
    calls.forEach((call, index) => {
      const number = String(index + 1).padStart(4);
      lines.push(`${number} ${call.kind.padEnd(24)} ${flow(call)}  ${sizes(call)}`.trimEnd());
    });
    lines.push('');
  }
  const alone = plan.buffers.reduce((total, buffer) => total + bytesOf(buffer), 0);
  lines.push(`memory: ${sizeBytes} bytes (${alone} without sharing)`);
  for (const buffer of plan.buffers) {
    const place = String(offsets.get(buffer.name)).padStart(10);
    const shape = `[${buffer.shape.join()}] ${buffer.dtype}`;
    lines.push(`${place} ${buffer.lifetime.padEnd(8)} ${buffer.name}  ${shape}`);
  }
  return `${lines.join('\n')}\n`;
}

function bytesOf(buffer: PlanBuffer): number {
  return bufferLength(buffer) * dtypeBytes[buffer.dtype];
}

function flow(call: KernelCall): string {
  const reads = Object.values<string>(call.reads).join(', ');
  const writes = Object.values<string>(call.writes).join(', ');
  return reads === '' ? `-> ${writes}` : `${reads} -> ${writes}`;
}

function sizes(call: KernelCall): string {
  switch (call.kind) {
    case 'gather':
      return `${call.length} numbers an example`;
    case 'dense':
      return `${call.features} x ${call.units}, ${call.activation}`;
    case 'denseWeightUpdate':
      return `${call.features} x ${call.units}, ${call.rule.type}`;
    case 'denseWeightGradient':
    case 'denseInputGradient':
      return `${call.features} x ${call.units}`;
    case 'conv2d':
      return `${convolutionText(call)}, ${call.activation}`;
    case 'conv2dFilterGradient':
    case 'conv2dInputGradient':
      return convolutionText(call);
    case 'maxPooling2d':
    case 'maxPooling2dGradient':
    case 'averagePooling2d':
    case 'averagePooling2dGradient':
      return windowText(call.geometry);
    case 'activation':
    case 'activationGradient':
      return call.activation;
    case 'dropout':
      return `rate ${call.rate}`;
    case 'softmax':
    case 'softmaxCrossEntropy':
      return `${call.classes} classes`;
    case 'sumOfSquares':
      return `${call.length} numbers`;
    case 'clipByNorm':
    case 'clipByValue':
      return `limit ${call.limit}, ${call.length} numbers`;
    case 'update':
      return `${call.rule.type}, ${call.length} numbers`;
  }
}

function convolutionText({ geometry, filters }: Pick<Conv2dCall, 'geometry' | 'filters'>): string {
  const sizes = `${windowText(geometry)} x ${filters}`;
  return convolutionAlgorithm(geometry, filters) === 'winograd' ? `${sizes}, Winograd` : sizes;
}

function windowText(geometry: WindowGeometry): string {
  const { windowHeight, windowWidth, strideHeight, strideWidth } = geometry;
  const { inHeight, inWidth, channels, outHeight, outWidth } = geometry;
  return (
    `${windowHeight}x${windowWidth} step ${strideHeight}x${strideWidth} ` +
    `over ${inHeight}x${inWidth}x${channels} to ${outHeight}x${outWidth}`
  );
}
