/** @file Faults of the packages' errors, in the worker: the page needs none of these packages. */
import { BackendError } from '@manabi/backends';
import { DatasetError } from '@manabi/datasets';
import { ModelArgumentError, ModelSpecError } from '@manabi/models';
import { TrainerError } from '@manabi/trainer';
import { faultOf, type Fault, type FaultCode } from './fault.js';

/** Any error as a fault. */
export function classifyError(error: unknown): Fault {
  const fault = faultOf(error);
  if (!(error instanceof Error) || fault.code !== 'unexpected') return fault;
  const { message } = error;
  if (error instanceof ModelSpecError) {
    return { code: 'invalid-network', message, issues: error.issues };
  }
  return { code: codeOf(error), message };
}

function codeOf(error: Error): FaultCode {
  if (error instanceof ModelArgumentError) return 'invalid-network';
  if (error instanceof BackendError) return 'backend-unavailable';
  if (error instanceof DatasetError) {
    return error.code === 'unavailable' ? 'data-missing' : 'data-damaged';
  }
  if (!(error instanceof TrainerError)) return 'unexpected';
  switch (error.code) {
    case 'data-mismatch':
    case 'empty-data':
      return 'data-mismatch';
    case 'invalid-setting':
    case 'no-validation':
      return 'invalid-setting';
    case 'bad-checkpoint':
    case 'bad-record':
      return 'storage';
    case 'resume-mismatch':
    case 'run-over':
    case 'state-mismatch':
      return 'unexpected';
  }
}
