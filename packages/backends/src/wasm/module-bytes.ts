/** @param text - base64, as `kernel-modules.ts` holds it. */
export function moduleBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
