/** How far the people of the demo office have come. */
export interface SeedingProgress {
  readonly done: number;
  readonly all: number;
  /** The day of the office (`YYYY-MM-DD`). */
  readonly day: string;
}

/** Whoever has it seeded. */
export interface Seeding {
  /** After the act that is being done, all stops; the next seeding goes on from there. */
  readonly stop: AbortSignal;
  readonly onProgress: (progress: SeedingProgress) => void;
}
