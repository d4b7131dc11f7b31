/** What the recognition of text may cost: of a child, of a document, of a page. It is nobody's request, so all of it is bounded. */
export const RECOGNITION_LIMITS = {
  /**
   * Address space of the child, in KiB. The engine reserves some 10 GiB for each WebAssembly memory and then uses what that memory may
   * have; with less it makes do at times, and at times does not. What is used is limited below.
   */
  addressSpaceKiB: 32_000_000,
  /** What PDFium may take for a document, and the recognition for a page, in bytes. */
  pdfiumBytes: 768 * 1024 * 1024,
  tesseractBytes: 512 * 1024 * 1024,
  /** Processor time in the life of a child, in seconds: the last line of defence. */
  cpuSeconds: 1_200,
  /** Wall and processor time for finding the pages of a document that are pictures, in milliseconds. */
  lookWallMs: 120_000,
  lookWorkMs: 20_000,
  /** Wall and processor time for a page, in milliseconds. */
  pageWallMs: 240_000,
  pageWorkMs: 45_000,
  /** Stands behind whatever else the machine does; a page may then take minutes. */
  givesWay: true,
  /** Of a page's picture; a larger page is drawn smaller. */
  pixels: 12_000_000,
  /** Pages of a document that are read; the others stay pictures. */
  pages: 1_000,
};
export type RecognitionLimits = Readonly<typeof RECOGNITION_LIMITS>;
