import type {
  ApproveDraft,
  CancelDraft,
  ChangeDraft,
  ChangePassword,
  CloseFile,
  CreateDraft,
  CreateFile,
  CreateReceipt,
  DispatchIssue,
  FindFiles,
  FlagCorrespondence,
  ForwardFile,
  ForwardReceipt,
  InboxQuery,
  NoteContent,
  OPERATIONS,
  OperationId,
  PageQuery,
  PullBackFile,
  PutReceiptInFile,
  ReopenFile,
  ReturnFile,
  SignIn,
  SignInAsDemoPerson,
  SignInByLink,
} from '@patravali/contract';
import type { z } from 'zod';

/** The bodies of the operations that have one. */
export interface Bodies {
  signIn: z.input<typeof SignIn>;
  signInByLink: z.input<typeof SignInByLink>;
  signInAsDemoPerson: z.input<typeof SignInAsDemoPerson>;
  changePassword: z.input<typeof ChangePassword>;
  createFile: z.input<typeof CreateFile>;
  forwardFile: z.input<typeof ForwardFile>;
  returnFile: z.input<typeof ReturnFile>;
  pullBackFile: z.input<typeof PullBackFile>;
  closeFile: z.input<typeof CloseFile>;
  reopenFile: z.input<typeof ReopenFile>;
  addNote: z.input<typeof NoteContent>;
  changeNote: z.input<typeof NoteContent>;
  flagCorrespondence: z.input<typeof FlagCorrespondence>;
  createReceipt: z.input<typeof CreateReceipt>;
  forwardReceipt: z.input<typeof ForwardReceipt>;
  putReceiptInFile: z.input<typeof PutReceiptInFile>;
  createDraft: z.input<typeof CreateDraft>;
  previewDraft: z.input<typeof ChangeDraft>;
  changeDraft: z.input<typeof ChangeDraft>;
  approveDraft: z.input<typeof ApproveDraft>;
  cancelDraft: z.input<typeof CancelDraft>;
  dispatchIssue: z.input<typeof DispatchIssue>;
}

type AnyPage = Partial<PageQuery>;
/** The filters of the inbox, as the desk's address holds them. */
export type InboxFilters = { [Name in Exclude<keyof InboxQuery, 'cursor' | 'limit'>]?: InboxQuery[Name] | undefined };

/** Two days, both inclusive. */
interface Range {
  from?: string | undefined;
  to?: string | undefined;
}

/** The query strings of the operations that take one; the others may only be paged. */
export interface Queries {
  listInbox: InboxFilters & AnyPage;
  findFiles: { q?: string | undefined; state?: FindFiles['state'] | undefined } & AnyPage;
  listDiary: Range & AnyPage;
  downloadDiary: Range & AnyPage;
  listIssues: Range & { state?: 'to_dispatch' | undefined } & AnyPage;
  downloadDispatchRegister: Range & AnyPage;
}

type ParameterNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParameterNames<Tail>
    : Rest
  : never;

/** The names of an operation's path parameters, read off its path. */
export type Params<Id extends OperationId> = Record<ParameterNames<(typeof OPERATIONS)[Id][1]>, string | number>;

type ParamsOf<Id extends OperationId> =
  ParameterNames<(typeof OPERATIONS)[Id][1]> extends never ? { params?: never } : { params: Params<Id> };
type BodyOf<Id extends OperationId> = Id extends keyof Bodies ? { body: Bodies[Id] } : { body?: never };
interface QueryOf<Id extends OperationId> {
  query?: Id extends keyof Queries ? Queries[Id] : AnyPage;
}

/** What a command or query needs: path parameters, body, query; the compiler asks for exactly what the operation has. */
export type Request<Id extends OperationId> = ParamsOf<Id> &
  BodyOf<Id> &
  QueryOf<Id> & {
    /** The version that the person saw. */
    ifMatch?: number | undefined;
  };
