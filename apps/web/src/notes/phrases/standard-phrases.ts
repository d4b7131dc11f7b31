/** The sentences of every office, as keys of messages: they need not be kept by anybody. */
export const STANDARD_PHRASES = [
  'phrase.submitted',
  'phrase.approval',
  'phrase.agree',
  'phrase.discuss',
  'phrase.draftBelow',
  'phrase.necessary',
] as const;
