/** What holds for a child and every document that it reads. */
export const INSPECTOR_LIMITS = {
  /** Address space of the child, in KiB; Node needs about 1,000,000 of it for itself, and twice that of PDFium at times. */
  addressSpaceKiB: 4_000_000,
  /** What PDFium may take for a document, in bytes. */
  pdfiumBytes: 768 * 1024 * 1024,
  /** Processor time in the life of a child, in seconds: the last line of defence, where no document's own time is watched. */
  cpuSeconds: 60,
  /** After so many documents, or so much time spent on them in milliseconds, another child takes over. */
  documents: 500,
  lifeMs: 15_000,
};
export type InspectorLimits = Readonly<typeof INSPECTOR_LIMITS>;

/** What holds for a document. */
export const INSPECTION_LIMITS = {
  /** Wall time, in milliseconds: on a busy machine far more than it works. */
  wallMs: 120_000,
  pages: 5_000,
  /** Processor time for reading the document, in milliseconds, and for each MiB of it: whoever sends more may ask for more. */
  workMs: 5_000,
  workMsPerMiB: 200,
};
export type InspectionLimits = Readonly<typeof INSPECTION_LIMITS>;
