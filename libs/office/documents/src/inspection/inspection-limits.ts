export interface InspectionLimits {
  /** Wall time for the document, in milliseconds. */
  readonly wallMs: number;
  /** Processor time of the child, in seconds. */
  readonly cpuSeconds: number;
  /** Address space of the child, in KiB; Node and PDFium need about 1,000,000 of it for themselves. */
  readonly addressSpaceKiB: number;
  /** What PDFium may take for a document, in bytes. */
  readonly pdfiumBytes: number;
  readonly pages: number;
  /** Processor time for reading the document, in milliseconds, and for each MiB of it: whoever sends more may ask for more. */
  readonly workMs: number;
  readonly workMsPerMiB: number;
  /** Characters kept of one page, and of the whole document. */
  readonly pageText: number;
  readonly text: number;
}

export const INSPECTION_LIMITS: InspectionLimits = {
  wallMs: 40_000,
  cpuSeconds: 30,
  addressSpaceKiB: 2_000_000,
  pdfiumBytes: 768 * 1024 * 1024,
  pages: 5_000,
  workMs: 5_000,
  workMsPerMiB: 200,
  pageText: 50_000,
  text: 2_000_000,
};
