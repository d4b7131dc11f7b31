/** A new code, as an expression of SQL: it must be known before the entry is written, since the letter bears it. */
export const drawnCode = 'draw_issue_code()';
