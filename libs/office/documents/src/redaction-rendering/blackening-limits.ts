/** What copying the pages of one document may cost. */
export const BLACKENING_LIMITS = {
  /** Address space of the child, in KiB: the engine reserves it for WebAssembly. */
  addressSpaceKiB: 4_000_000,
  /** What PDFium may take, in bytes. */
  pdfiumBytes: 768 * 1024 * 1024,
  /** Processor time in the life of the child, in seconds: the last line of defence. */
  cpuSeconds: 1_200,
  /** Wall and processor time for opening the document and for each page, in milliseconds. */
  pageWallMs: 120_000,
  pageWorkMs: 20_000,
  /** Of a page's picture; a larger page is drawn smaller. */
  pixels: 8_000_000,
  pages: 1_000,
  /** Stands behind whatever else the machine does. */
  givesWay: true,
  /** Bytes of the whole copy. */
  copyBytes: 200 * 1024 * 1024,
};
export type BlackeningLimits = Readonly<typeof BLACKENING_LIMITS>;
