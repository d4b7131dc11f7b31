export const LEFT_OUT: readonly string[] = [
  'id',
  'dispatchId',
  'draftId',
  'laterIssueId',
  'consulted',
  'answersIssueId',
  'issueId',
  'receiptId',
  'alsoFileIds',
  'ownCopiesHash',
  'path',
];

/** Values of a closed list, and under which word their labels stand. */
export const CLOSED_LISTS: Readonly<Record<string, string>> = {
  virusScan: 'virusScan',
  active: 'activeContent',
  action: 'action',
  urgency: 'urgency',
  grading: 'grading',
  decision: 'decision',
  noteKind: 'noteKind',
  answer: 'discussionAnswer',
  flag: 'flag',
  event: 'parkingEvent',
  cause: 'callBookCause',
  stoppedFor: 'stopReason',
  backFromParking: 'wayBack',
  mode: 'dispatchMode',
  reported: 'reportedOutcome',
  deliveryMode: 'deliveryMode',
  language: 'letterLanguage',
  layout: 'letterLayout',
  signedForms: 'letterForm',
  signedNotes: 'signedNotes',
  refusesUnchecked: 'signedNotes',
  revocation: 'revocationCheck',
  act: 'readingAct',
  item: 'readItem',
};

/** The places of addressees in a letter: recorded from 0, and counted by people from 1. */
export const PLACES: readonly string[] = ['recipient', 'recipients'];

/** The order in which a person reads them; the record keeps none. Others follow. */
export const READING_ORDER: readonly string[] = [
  'number',
  'laterNumber',
  'computerNumber',
  'diaryNumber',
  'serial',
  'firstPage',
  'lastPage',
  'flag',
  'ordinal',
  'draftVersion',
  'recipient',
  'recipients',
  'mode',
  'email',
  'movement',
  'toPostId',
  'action',
  'decision',
  'recommendedToPostId',
  'urgency',
  'dueOn',
];
