export { BackendError, type BackendErrorCode, type BackendErrorDetails } from './backend-error.js';
export { backendNames, type BackendName } from './backend-name.js';
export type {
  BackendReport,
  CpuFeatures,
  CpuReport,
  UnavailableCode,
  WasmFeatures,
  WasmReport,
  WebgpuFeatures,
  WebgpuReport,
} from './probe/backend-report.js';
export { probe } from './probe/probe.js';
export {
  selectBackend,
  type BackendSelection,
  type Fallback,
  type SelectBackendOptions,
} from './selection/select-backend.js';
