/** What somebody did with what he saw. */
export const READING_ACTS = ['opened', 'downloaded', 'printed', 'exported', 'bundled', 'searched'] as const;
export type ReadingAct = (typeof READING_ACTS)[number];
