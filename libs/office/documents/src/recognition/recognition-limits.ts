/** What the recognition of text may cost: of a child, of a document, of a page. It is nobody's request, so all of it is bounded. */
export interface RecognitionLimits {
  /**
   * Address space of the child, in KiB. The engine reserves some 10 GiB for each WebAssembly memory and then uses what that memory may
   * have; with less it makes do at times, and at times does not. What is used is limited below.
   */
  readonly addressSpaceKiB: number;
  /** What PDFium may take for a document, and the recognition for a page, in bytes. */
  readonly pdfiumBytes: number;
  readonly tesseractBytes: number;
  /** Processor time in the life of a child, in seconds: the last line of defence. */
  readonly cpuSeconds: number;
  /** Wall and processor time for finding the pages of a document that are pictures, in milliseconds. */
  readonly lookWallMs: number;
  readonly lookWorkMs: number;
  /** Wall and processor time for a page, in milliseconds. */
  readonly pageWallMs: number;
  readonly pageWorkMs: number;
  /** Stands behind whatever else the machine does; a page may then take minutes. */
  readonly givesWay: boolean;
  /** Of a page's picture; a larger page is drawn smaller. */
  readonly pixels: number;
  /** Pages of a document that are read; the others stay pictures. */
  readonly pages: number;
}

export const RECOGNITION_LIMITS: RecognitionLimits = {
  addressSpaceKiB: 32_000_000,
  pdfiumBytes: 768 * 1024 * 1024,
  tesseractBytes: 512 * 1024 * 1024,
  cpuSeconds: 1_200,
  lookWallMs: 120_000,
  lookWorkMs: 20_000,
  pageWallMs: 240_000,
  pageWorkMs: 45_000,
  givesWay: true,
  pixels: 12_000_000,
  pages: 1_000,
};
