import type {
  CorrespondenceView,
  DeskCounts,
  DocumentView,
  DraftChanged,
  DraftIssued,
  DraftRow,
  DraftVersionView,
  DraftView,
  EventView,
  FileChanged,
  FileCreated,
  FileRow,
  FileView,
  IssueDispatched,
  IssueRow,
  IssueView,
  MovementView,
  NoteView,
  NumberHead,
  Page,
  PostView,
  PutInFile,
  ReceiptChanged,
  ReceiptCreated,
  ReceiptRow,
  ReceiptView,
  Session,
  Welcome,
} from '@patravali/contract';

/** What each operation answers; PDFs and empty answers stand in their own modules. */
export interface Answers {
  getWelcome: Welcome;
  signIn: Session;
  signInByLink: Session;
  signInAsDemoPerson: Session;
  getSession: Session;
  signOut: undefined;
  changePassword: undefined;
  listPosts: Page<PostView>;
  listNumberHeads: Page<NumberHead>;
  getDesk: DeskCounts;
  listInbox: Page<FileRow>;
  listSent: Page<FileRow>;
  listCreated: Page<FileRow>;
  listClosed: Page<FileRow>;
  listReceiptInbox: Page<ReceiptRow>;
  listDrafts: Page<DraftRow>;
  createFile: FileCreated;
  findFiles: Page<FileRow>;
  getFile: FileView;
  openFile: FileChanged;
  forwardFile: FileChanged;
  returnFile: FileChanged;
  pullBackFile: FileChanged;
  closeFile: FileChanged;
  reopenFile: FileChanged;
  listMovements: Page<MovementView>;
  getFileHistory: Page<EventView>;
  downloadNoteSheet: Blob;
  downloadWholeFile: Blob;
  listNotes: Page<NoteView>;
  addNote: FileChanged;
  changeNote: FileChanged;
  confirmNote: FileChanged;
  takeBackNote: FileChanged;
  discardNote: FileChanged;
  listCorrespondence: Page<CorrespondenceView>;
  flagCorrespondence: FileChanged;
  uploadDocument: DocumentView;
  downloadDocument: Blob;
  createReceipt: ReceiptCreated;
  getReceipt: ReceiptView;
  openReceipt: ReceiptChanged;
  forwardReceipt: ReceiptChanged;
  putReceiptInFile: PutInFile;
  listDiary: Page<ReceiptRow>;
  downloadDiary: Blob;
  createDraft: DraftChanged;
  listFileDrafts: Page<DraftRow>;
  previewDraft: Blob;
  getDraft: DraftView;
  getDraftVersion: DraftVersionView;
  changeDraft: DraftChanged;
  approveDraft: DraftChanged;
  cancelDraft: DraftChanged;
  issueDraft: DraftIssued;
  listIssues: Page<IssueRow>;
  getIssue: IssueView;
  dispatchIssue: IssueDispatched;
  downloadDispatchRegister: Blob;
}
