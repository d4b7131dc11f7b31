/**
 * Every operation of the API below `/api/v1`, by its operationId. The page calls them by name; a test holds the list
 * against openapi.json. `:name` is a path parameter.
 */
export const OPERATIONS = {
  getWelcome: ['GET', '/welcome'],
  signIn: ['POST', '/session'],
  signInByLink: ['POST', '/session/link'],
  signInAsDemoPerson: ['POST', '/session/demo'],
  getSession: ['GET', '/session'],
  signOut: ['DELETE', '/session'],
  changePassword: ['PUT', '/session/password'],

  listPosts: ['GET', '/posts'],
  listNumberHeads: ['GET', '/number-heads'],

  getDesk: ['GET', '/desk'],
  listInbox: ['GET', '/desk/inbox'],
  listSent: ['GET', '/desk/sent'],
  listCreated: ['GET', '/desk/created'],
  listClosed: ['GET', '/desk/closed'],
  listReceiptInbox: ['GET', '/desk/receipts'],
  listDrafts: ['GET', '/desk/drafts'],

  createFile: ['POST', '/files'],
  findFiles: ['GET', '/files'],
  getFile: ['GET', '/files/:fileId'],
  openFile: ['POST', '/files/:fileId/open'],
  forwardFile: ['POST', '/files/:fileId/forward'],
  returnFile: ['POST', '/files/:fileId/return'],
  pullBackFile: ['POST', '/files/:fileId/pull-back'],
  closeFile: ['POST', '/files/:fileId/close'],
  reopenFile: ['POST', '/files/:fileId/reopen'],
  listMovements: ['GET', '/files/:fileId/movements'],
  getFileHistory: ['GET', '/files/:fileId/history'],
  downloadNoteSheet: ['GET', '/files/:fileId/note-sheet.pdf'],
  downloadWholeFile: ['GET', '/files/:fileId/whole-file.pdf'],

  listNotes: ['GET', '/files/:fileId/notes'],
  addNote: ['POST', '/files/:fileId/notes'],
  changeNote: ['PUT', '/files/:fileId/notes/pending'],
  confirmNote: ['POST', '/files/:fileId/notes/pending/confirm'],
  takeBackNote: ['POST', '/files/:fileId/notes/pending/take-back'],
  discardNote: ['DELETE', '/files/:fileId/notes/pending'],

  listCorrespondence: ['GET', '/files/:fileId/correspondence'],
  flagCorrespondence: ['PUT', '/files/:fileId/correspondence/:serial/flag'],

  uploadDocument: ['POST', '/documents'],
  downloadDocument: ['GET', '/documents/:documentId/content'],

  createReceipt: ['POST', '/receipts'],
  getReceipt: ['GET', '/receipts/:receiptId'],
  openReceipt: ['POST', '/receipts/:receiptId/open'],
  forwardReceipt: ['POST', '/receipts/:receiptId/forward'],
  putReceiptInFile: ['POST', '/receipts/:receiptId/put-in-file'],
  listDiary: ['GET', '/diary'],
  downloadDiary: ['GET', '/diary.pdf'],

  createDraft: ['POST', '/files/:fileId/drafts'],
  listFileDrafts: ['GET', '/files/:fileId/drafts'],
  previewDraft: ['POST', '/files/:fileId/draft-preview'],
  getDraft: ['GET', '/drafts/:draftId'],
  getDraftVersion: ['GET', '/drafts/:draftId/versions/:draftVersion'],
  changeDraft: ['PUT', '/drafts/:draftId'],
  approveDraft: ['POST', '/drafts/:draftId/approve'],
  cancelDraft: ['POST', '/drafts/:draftId/cancel'],
  issueDraft: ['POST', '/drafts/:draftId/issue'],

  listIssues: ['GET', '/issues'],
  getIssue: ['GET', '/issues/:issueId'],
  dispatchIssue: ['POST', '/issues/:issueId/dispatches'],
  downloadDispatchRegister: ['GET', '/issues/register.pdf'],
} as const;

export type OperationId = keyof typeof OPERATIONS;
