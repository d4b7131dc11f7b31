/**
 * Format characters that nobody sees and that change no letter: byte order mark, zero-width space, soft hyphen, signs that
 * turn the direction of a line. Only the joiners of Hindi (U+200C, U+200D) change what is seen.
 */
const UNSEEN = /(?=\p{Cf})(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

/** Text as it is kept, however it was typed or pasted: in NFC, as every text in the database, and without what nobody sees. */
export const keptText = (text: string): string => text.replace(UNSEEN, '').normalize('NFC');
