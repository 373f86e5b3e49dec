/** Whether two marks, or parts of them, are the same: plain data by its fields, pixels by identity. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null || ArrayBuffer.isView(one) || ArrayBuffer.isView(other)) {
    return false;
  }
  const keys = Object.keys(one) as (keyof typeof one)[];
  if (keys.length !== Object.keys(other).length) return false;
  // From the back: a mark's label and datum differ sooner than what lies in it.
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i]!;
    if (!sameValue(one[key], other[key])) return false;
  }
  return true;
}
