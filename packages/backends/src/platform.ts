/** Whether this is Node (or something that passes for it), not a browser or one of its workers. */
export function isNode(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node !== undefined;
}
