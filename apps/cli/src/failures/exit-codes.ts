/** What the process tells the shell: scripts and tests rely on these numbers. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  badFile: 3,
  /** 128 + SIGINT. */
  interrupted: 130,
  /** 128 + SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
