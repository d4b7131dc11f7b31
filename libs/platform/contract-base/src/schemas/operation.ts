import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * What an operation is for, takes and answers besides its path parameters. Whoever puts all operations together holds the names in
 * `shows`, `changes`, `move` and `refuses` to those that there are.
 */
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
    | 'text/event-stream'
    | 'image/*';
  /** The client sends bytes of this kind instead of JSON. */
  readonly upload?: 'application/pdf' | 'multipart/form-data';
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
  /** Whoever is on leave from the acting post may do it as well. Else he is refused all but a GET. */
  readonly onLeave?: true;
  /** The page asks for it by itself, so that it keeps no session alive. */
  readonly unattended?: true;
  /** A query: what its answer shows that commands change. */
  readonly shows?: readonly string[];
  /** What is no longer as it was shown once the operation is done. Every operation but a GET says it; `[]` where nothing shown changes. */
  readonly changes?: readonly string[];
  /** The move that it makes in the life of what it is about. */
  readonly move?: string;
  /** What it leaves in the record; several where it depends on what is asked. Its label is `event.<name>` of the message files. */
  readonly event?: string | readonly string[];
  /**
   * The codes with which it refuses, beside those that follow from the rest of the entry. A list among them is one that several
   * operations have in common: it is named and not spread, since the build of the page leaves out only what it knows to have no effect.
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
