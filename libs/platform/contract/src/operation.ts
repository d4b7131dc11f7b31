import type { z } from 'zod';
import type { FileMove } from './areas/file-moves';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * What an answer shows and a command changes. After a command the page asks again for every query that shows a topic which
 * the command changes.
 */
export type Topic =
  /** The boxes of the acting post, their counts, and the files found. */
  | 'desk'
  /** What waits for the acting post outside its boxes; others change it, and the page hears of that. */
  | 'waiting'
  /** A file with all that lies in it. */
  | 'file'
  /** Where a file has been, and whether the desk it went to has opened it. */
  | 'movements'
  /** The events of a file, which acts add to that change nothing else of it. */
  | 'history'
  /** The note in writing, of which the inbox tells too. */
  | 'pending-note'
  /** What the acting post follows, and its reminders. */
  | 'following'
  /** When a file was parked and taken up. */
  | 'parkings'
  /** What the desk of a file asks others. */
  | 'consultations'
  /** What other desks ask the acting post. */
  | 'questions'
  /** Answers to discussion notes. The list of discussions does not show them: an answered row stays under the reader's hand. */
  | 'discussions'
  /** The letters of a file and their flags. */
  | 'correspondence'
  /** A receipt, and its line of the diary. */
  | 'receipt'
  /** A draft, and where it is listed. */
  | 'draft'
  /** The comments on a draft. */
  | 'draft-comments'
  /** A letter that has its number, and what has been sent of it. */
  | 'issue'
  /** The letter before the person who signs it. */
  | 'letter-to-sign'
  /** The notices of the person, and how many are unread. */
  | 'notices'
  /** Of what the person wants notices. */
  | 'notice-settings'
  /** The PDFs that the person has asked for. */
  | 'pdfs'
  /** The copies of a document from which parts were taken out. */
  | 'redactions'
  /** The views of the inbox that the person keeps. */
  | 'desk-views'
  /** The phrases that a person or a unit keeps for notes. */
  | 'quick-phrases'
  /** Where the person is signed in. */
  | 'sessions'
  /** The keys with which the person signs. */
  | 'signing-keys'
  /** What officers and authors sign in this office. */
  | 'signing-rule';

/** What an operation is for, takes and answers besides its path parameters. */
export interface OperationParts {
  /** What it does, for somebody who has never seen it: an imperative of 60 letters at most, no two alike. */
  readonly summary: string;
  /** What else a client must know; in Markdown, as OpenAPI has it. */
  readonly description?: string;
  /** JSON that the client sends. */
  readonly body?: z.ZodType;
  /**
   * A body as somebody would send it of any file that lies on his desk. What has one is tried so by the tests
   * (`test/support/tours/plain-acts.ts`).
   */
  readonly example?: object;
  /** Filters and paging; each of them may be left out. */
  readonly query?: z.ZodType;
  /** JSON that the server answers. */
  readonly answer?: z.ZodType;
  /** The server answers bytes of this kind instead of JSON. */
  readonly media?:
    | 'application/pdf'
    | 'text/csv'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/octet-stream'
    | 'application/x-ndjson'
    | 'text/event-stream';
  /** The client sends bytes of this kind instead of JSON. */
  readonly upload?: 'application/pdf';
  /** The answer bears an `ETag`: the version of what it shows, for `If-Match`; or the hash of the bytes, which never change. */
  readonly etag?: 'version' | 'hash';
  /** 201 for what makes something new, 204 for no answer; 200 unless said otherwise. */
  readonly status?: 201 | 204;
  /** Whether the client says which version it saw; `required`: without it the change is refused. */
  readonly ifMatch?: 'optional' | 'required';
  /** How often one person, or of what is public one network, may ask for it within a minute. */
  readonly perMinute?: number;
  /** `public`: for anybody; `without-post`: for a signed-in person whatever their posts. Else for an acting post. */
  readonly access?: 'public' | 'without-post';
  /** Bears the name of the person: he must have confirmed a short while ago that it is he. */
  readonly confirmed?: true;
  /** The page asks for it by itself, so that it keeps no session alive. */
  readonly unattended?: true;
  /** A query: what its answer shows that commands change. */
  readonly shows?: readonly Topic[];
  /** What is no longer as it was shown once the operation is done. Every operation but a GET says it; `[]` where nothing shown changes. */
  readonly changes?: readonly Topic[];
  /** The move in the life of a file that it makes: `FILE_LIFE` says who may, from which states, and where it leads. */
  readonly move?: FileMove;
  /** What it leaves in the record; several where it depends on what is asked. Its label is `event.<name>` of the message files. */
  readonly event?: string | readonly string[];
  /**
   * The codes with which it refuses, beside those that follow from the rest of the entry: `refusalsOf` in `@patravali/operations`,
   * which holds them to the codes that there are. A list among them is one that several operations have in common.
   */
  readonly refuses?: readonly (string | readonly string[])[];
}

/** The example of a body is one that its schema takes. */
type Exemplified<Parts> = Parts extends { readonly body: infer Body extends z.ZodType }
  ? { readonly example?: z.input<Body> }
  : { readonly example?: never };

type ChangingParts = OperationParts & Required<Pick<OperationParts, 'changes'>>;

export interface OperationEntry extends OperationParts {
  readonly method: HttpMethod;
  readonly path: string;
}

/**
 * An entry of the contract, with its path and schemas kept in its type.
 * @param path below `/api/v1`. A parameter `:…Id` is a UUID, every other is a number from 1.
 */
export function operation<Path extends string, const Parts extends OperationParts>(
  method: 'GET',
  path: Path,
  parts: Parts & Exemplified<Parts>,
): Entry<Path, Parts>;
export function operation<Path extends string, const Parts extends ChangingParts>(
  method: Exclude<HttpMethod, 'GET'>,
  path: Path,
  parts: Parts & Exemplified<Parts>,
): Entry<Path, Parts>;
export function operation(method: HttpMethod, path: string, parts: OperationParts): OperationEntry {
  return { method, path, ...parts };
}

type Entry<Path extends string, Parts> = { method: HttpMethod; path: Path } & Parts;

export type ParameterNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParameterNames<Tail>
    : Rest
  : never;
