/** Vite's address of a file it serves. */
declare module '*?url' {
  const url: string;
  export { url as default };
}
