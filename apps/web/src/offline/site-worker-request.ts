/** What the page says to the service worker of the site. */
export type SiteWorkerRequest =
  /** Of a new version that waits: the reader wants it now. */
  | 'take over'
  /** A page has opened; if it is the only one, files of older versions may go. */
  | 'forget old files';
