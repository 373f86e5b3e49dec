/** @file What can go wrong, as plain data that crosses from the worker to the page. */
import type { ModelSpecIssue } from '@manabi/models';

/**
 * - `worker-missing`: the worker's script could not be loaded.
 * - `data-missing`: a published data set is neither beside the site nor kept in this browser.
 * - `load-cancelled`: the reader ended the loading of data.
 * - `data-damaged`: data that is not what it should be.
 * - `own-data-missing`: a data set of the reader's that this browser does not have.
 * - `data-changed`: a stored run began with other data than its choice now gives.
 * - `invalid-network`: a specification or weights that make no network; `issues` says where.
 * - `data-mismatch`: the network does not fit the data.
 * - `invalid-setting`: a setting that cannot be meant.
 * - `backend-unavailable`: what should compute does not work here.
 * - `no-run`: something was asked of a run that is not there.
 * - `record-only`: of a stored run only the record is there, without weights.
 * - `storage`: the browser does not keep things for this page.
 * - `storage-full`: it keeps things, but has no room for more.
 * - `unexpected`: none of the above.
 */
export type FaultCode =
  | 'worker-missing'
  | 'data-missing'
  | 'load-cancelled'
  | 'data-damaged'
  | 'own-data-missing'
  | 'data-changed'
  | 'invalid-network'
  | 'data-mismatch'
  | 'invalid-setting'
  | 'backend-unavailable'
  | 'no-run'
  | 'record-only'
  | 'storage'
  | 'storage-full'
  | 'unexpected';

export interface Fault {
  readonly code: FaultCode;
  /** Where, expected, got, remedy; in English, for whoever wants the details. */
  readonly message: string;
  /** Of an invalid network. */
  readonly issues?: readonly ModelSpecIssue[];
}

/** A fault on its way to the page. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** The fault that an error carries; one that came from the worker is no `FaultError` any more. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { code: 'unexpected', message: String(error) };
  const { fault, message } = error as Error & Partial<FaultError>;
  return fault ?? { code: 'unexpected', message };
}
