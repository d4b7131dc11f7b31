/** What holds for a child and every document that it reads. */
export interface InspectorLimits {
  /** Address space of the child, in KiB; Node needs about 1,000,000 of it for itself, and twice that of PDFium at times. */
  readonly addressSpaceKiB: number;
  /** What PDFium may take for a document, in bytes. */
  readonly pdfiumBytes: number;
  /** Processor time in the life of a child, in seconds: the last line of defence, where no document's own time is watched. */
  readonly cpuSeconds: number;
  /** After so many documents, or so much time spent on them in milliseconds, another child takes over. */
  readonly documents: number;
  readonly lifeMs: number;
}

/** What holds for a document. */
export interface InspectionLimits {
  /** Wall time, in milliseconds: on a busy machine far more than it works. */
  readonly wallMs: number;
  readonly pages: number;
  /** Processor time for reading the document, in milliseconds, and for each MiB of it: whoever sends more may ask for more. */
  readonly workMs: number;
  readonly workMsPerMiB: number;
}

export const INSPECTOR_LIMITS: InspectorLimits = {
  addressSpaceKiB: 4_000_000,
  pdfiumBytes: 768 * 1024 * 1024,
  cpuSeconds: 60,
  documents: 500,
  lifeMs: 15_000,
};

export const INSPECTION_LIMITS: InspectionLimits = {
  wallMs: 120_000,
  pages: 5_000,
  workMs: 5_000,
  workMsPerMiB: 200,
};
