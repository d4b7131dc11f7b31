import type { SeedingProgress } from '../demo/seeding/seeding';

/** How the preparation is told that somebody waits for the link by which an office is set up. */
export const ASKS_FOR_LINK = '--set-up-link';

/** What the preparation tells its launcher. */
export type PreparationMessage = { readonly seeding: SeedingProgress } | { readonly setUpLink: string };
