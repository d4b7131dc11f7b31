/** What making a PDF of pictures may cost. */
export const PICTURE_LIMITS = {
  /** Address space of the child, in KiB. */
  addressSpaceKiB: 4_000_000,
  /** Processor time in the life of the child, in seconds: the last line of defence. */
  cpuSeconds: 300,
  /** Wall and processor time for each picture, in milliseconds. */
  wallMs: 120_000,
  processorMs: 20_000,
};
export type PictureLimits = Readonly<typeof PICTURE_LIMITS>;
