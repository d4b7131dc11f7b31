import type { OperationId } from '@patravali/contract';

/** The answers that a command makes stale, by what they show; after the command they are asked for again. */
export const DESK: readonly OperationId[] = [
  'getDesk',
  'listInbox',
  'listSent',
  'listCreated',
  'listClosed',
  'listParked',
  'listFollowUp',
  'listCallBook',
  'listWaitingBelow',
  'listReceiptInbox',
  'listReceiptCopies',
  'listSentReceipts',
  'listDrafts',
  'listLettersToSign',
  'listStuckLetters',
  'findFiles',
];
export const FILE: readonly OperationId[] = [
  'getFile',
  'listNotes',
  'listNoteNumbers',
  'listNoteVersions',
  'listCorrespondence',
  'listOriginals',
  'listMovements',
  'getFileHistory',
  'listFileDrafts',
  'listAwaitedReplies',
];
export const RECEIPT: readonly OperationId[] = ['getReceipt', 'listDiary'];
export const DRAFT: readonly OperationId[] = ['getDraft', 'listFileDrafts', 'listDrafts', 'getFileHistory', 'getFile'];
export const ISSUE: readonly OperationId[] = [
  'getIssue',
  'listIssues',
  'listStuckLetters',
  'listAwaitedReplies',
  'getDesk',
];
export const NOTICES: readonly OperationId[] = ['countNotices', 'listNotices'];
