/** What copying the pages of one document may cost. */
export interface BlackeningLimits {
  /** Address space of the child, in KiB: the engine reserves it for WebAssembly. */
  readonly addressSpaceKiB: number;
  /** What PDFium may take, in bytes. */
  readonly pdfiumBytes: number;
  /** Processor time in the life of the child, in seconds: the last line of defence. */
  readonly cpuSeconds: number;
  /** Wall and processor time for opening the document and for each page, in milliseconds. */
  readonly pageWallMs: number;
  readonly pageWorkMs: number;
  /** Of a page's picture; a larger page is drawn smaller. */
  readonly pixels: number;
  readonly pages: number;
  /** Stands behind whatever else the machine does. */
  readonly givesWay: boolean;
  /** Bytes of the whole copy. */
  readonly copyBytes: number;
}

export const BLACKENING_LIMITS: BlackeningLimits = {
  addressSpaceKiB: 4_000_000,
  pdfiumBytes: 768 * 1024 * 1024,
  cpuSeconds: 1_200,
  pageWallMs: 120_000,
  pageWorkMs: 20_000,
  pixels: 8_000_000,
  pages: 1_000,
  givesWay: true,
  copyBytes: 200 * 1024 * 1024,
};
