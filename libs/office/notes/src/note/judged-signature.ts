/**
 * The signature of the note in writing `p`; none where it was made before certificates were judged: whoever sends the note signs it anew.
 */
export const JUDGED_SIGNATURE = `(CASE WHEN p.signature ->> 'revocation' IS NOT NULL THEN p.signature END)`;
