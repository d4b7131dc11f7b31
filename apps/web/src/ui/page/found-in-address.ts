const BETWEEN = '|';

/** The words that the address of a page says to mark where they stand. */
export const wordsInAddress = (words: readonly string[]): string | undefined => words.join(BETWEEN) || undefined;
export const wordsOfAddress = (found: string | undefined): string[] => found?.split(BETWEEN).filter(Boolean) ?? [];

/** What the address of a letter says of what was found in it: in which document, on which of its pages, and the words. */
export interface FoundInLetter {
  document?: string | undefined;
  page?: number | undefined;
  found?: string | undefined;
}

/** What does not fit is left out. */
export function readFoundInLetter({ document, page, found }: Record<string, unknown>): FoundInLetter {
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const isPage = typeof page === 'number' && Number.isInteger(page) && page > 0;
  return { document: textOf(document), page: isPage ? page : undefined, found: textOf(found) };
}
