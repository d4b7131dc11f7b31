/** To the check it matters whether there are remarks, and not what they say: it is not asked anew with every letter. */
export const SOME_REMARKS = '…';
