/** What Vite makes of an asset that is imported by its URL. */
declare module '*?url' {
  const url: string;
  // eslint-disable-next-line no-restricted-exports -- Vite's own shape
  export default url;
}
