/** What may be asked of the note with which a file came, and what that is called. */
export const DECIDED = [
  ['any', 'desk.decided'],
  ['approved', 'decision.approved'],
  ['not_approved', 'decision.not_approved'],
  ['recommended', 'desk.recommended'],
] as const;
