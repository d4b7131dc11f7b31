import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What an operation takes and answers besides its path parameters. */
export interface OperationParts {
  /** JSON that the client sends. */
  readonly body?: z.ZodType;
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
}

export interface OperationEntry extends OperationParts {
  readonly method: HttpMethod;
  readonly path: string;
}

/**
 * An entry of the contract, with its path and schemas kept in its type.
 * @param path below `/api/v1`. A parameter `:…Id` is a UUID, every other is a number from 1.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an operation may have no parts
export function operation<Path extends string, const Parts extends OperationParts = {}>(
  method: HttpMethod,
  path: Path,
  parts: Parts = {} as Parts,
) {
  return { method, path, ...parts };
}

export type ParameterNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParameterNames<Tail>
    : Rest
  : never;
