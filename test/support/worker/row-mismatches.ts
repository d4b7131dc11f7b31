/** What the running test has met so far of rows that are other than declared. */
export const rowMismatches: unknown[] = [];
