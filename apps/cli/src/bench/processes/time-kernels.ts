/**
 * @file `node time-kernels.js ROUNDS`: times the matrix products of the benchmark's networks on one
 * thread and prints a `KernelResult`.
 */
import process from 'node:process';
import {
  createPeakLoop,
  planWork,
  singleCallPlan,
  tileTimings,
  WasmPlanExecutor,
  type KernelCall,
  type MatrixProductCall,
} from '@manabi/backends/plan';
import type { ModelSpec } from '@manabi/models';
import { trainingPlan } from '@manabi/trainer';
import { median, type KernelResult } from '../report.js';
import { networks } from '../training-case.js';

const batchSize = 32;
/** Calls, or rounds of the peak loop, that are timed together last about so long. */
const sliceMs = 60;

/** Products of fewer multiplications an example are left out: they take no time that counts. */
const leastWork = 1e5;

const productKinds: readonly KernelCall['kind'][] = [
  ...(['dense', 'denseWeightGradient', 'denseInputGradient'] as const),
  ...(['conv2d', 'conv2dFilterGradient', 'conv2dInputGradient'] as const),
];

function isMatrixProduct(call: KernelCall): call is MatrixProductCall {
  return productKinds.includes(call.kind);
}

/** The matrix product of a call that updates a weight with it. */
function withoutUpdate(call: KernelCall): KernelCall {
  if (call.kind !== 'denseWeightUpdate') return call;
  const { reads, features, units } = call;
  const writes = { kernelGradient: 'kernelGradient' };
  return { kind: 'denseWeightGradient', reads, writes, features, units };
}

/** The products of one training step that count, in its order. */
function productsOf(spec: ModelSpec): MatrixProductCall[] {
  return trainingPlan(spec, { batchSize })
    .procedures.train!.map(withoutUpdate)
    .filter(isMatrixProduct)
    .filter((call) => planWork(singleCallPlan(call, 1)) >= leastWork);
}

function sizesOf(call: MatrixProductCall): string {
  if ('features' in call) return `${call.features} x ${call.units}`;
  const { inHeight, inWidth, channels, windowHeight, windowWidth } = call.geometry;
  return `${inHeight}x${inWidth}x${channels} * ${windowHeight}x${windowWidth}, ${call.filters}`;
}

/** Something that is timed: `run` does `operations` of them. */
interface Subject {
  readonly operations: number;
  readonly run: () => void;
}

interface KernelSubject extends Subject {
  readonly executor: WasmPlanExecutor;
}

async function kernelSubject(call: MatrixProductCall): Promise<KernelSubject> {
  const plan = singleCallPlan(call, batchSize);
  const executor = await WasmPlanExecutor.create(plan, { threads: 1 });
  for (const { name, shape } of plan.buffers) {
    // None is zero: kernels that skip zeros have nothing to gain.
    const length = shape.reduce((product, extent) => product * extent, 1);
    executor.write(
      name,
      Float32Array.from({ length }, (_, i) => ((i % 251) + 1) / 256),
    );
  }
  return {
    operations: 2 * planWork(plan),
    executor,
    run: () => {
      executor.run('call', { rows: batchSize });
    },
  };
}

/** How many calls last about a slice; finding out warms up. */
function callsPerSlice({ run }: Subject): number {
  for (let calls = 1; ; calls *= 2) {
    const start = performance.now();
    for (let call = 0; call < calls; call++) run();
    if (performance.now() - start >= sliceMs) return calls;
  }
}

function gflops({ operations, run }: Subject, calls: number): number {
  const start = performance.now();
  for (let call = 0; call < calls; call++) run();
  return (operations * calls) / (performance.now() - start) / 1e6;
}

const rounds = Number(process.argv[2]);
const peakLoop = await createPeakLoop();
const peak: Subject = {
  operations: peakLoop.operationsPerRound * 100_000,
  run: () => {
    peakLoop.run(100_000);
  },
};
const products = [...productsOf(networks.mlp), ...productsOf(networks.cnn)];
const kernels: KernelSubject[] = [];
for (const call of products) kernels.push(await kernelSubject(call));
const subjects = [peak, ...kernels];
const calls = subjects.map(callsPerSlice);
const results = subjects.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  subjects.forEach((subject, index) => {
    results[index]!.push(gflops(subject, calls[index]!));
  });
}
const [peakGflops, ...rest] = results.map(median);
const result: KernelResult = {
  batchSize,
  peakGflops: peakGflops!,
  tiles: await tileTimings(),
  tileHeight: kernels[0]!.executor.tileHeight,
  rows: products.map((call, index) => ({
    ...{ kernel: call.kind, sizes: sizesOf(call), gflops: rest[index]! },
  })),
};
process.stdout.write(JSON.stringify(result));
