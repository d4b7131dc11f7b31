/** Where a letter lies in its file, in both languages: `C/3`, `C/3–5`. */
export function correspondencePages({ firstPage, lastPage }: { firstPage: number; lastPage: number }): string {
  return firstPage === lastPage ? `C/${firstPage}` : `C/${firstPage}–${lastPage}`;
}
