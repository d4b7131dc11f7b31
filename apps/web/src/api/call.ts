import {
  type Answer,
  namePosts,
  type Named,
  type OperationId,
  type OperationRequest,
  type Posts,
} from '@patravali/contract';
import { ROUTES } from 'virtual:routes';
import { actingPostId } from './session/acting-post';
import { activityHeaders } from './session/activity-headers';
import { currentLanguage } from './session/reader-language';
import { signInAgain } from './session/sign-in-again';
import { ProblemError, Unreachable } from './problem-error';

const ROOT = '/api/v1';
/** Where a 401 is an answer, and not the sign that a session has ended. */
const BEFORE_SIGN_IN: readonly OperationId[] = [
  'getWelcome',
  'getSession',
  'signIn',
  'signInByLink',
  'setUpOffice',
  'signInAsDemoPerson',
  'signOut',
];

/** `application/json` and `application/problem+json`; lines of JSON (`application/x-ndjson`) are a file to be kept. */
const JSON_TYPE = /\bjson\b/;

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** One key per act of a person; the same on every repetition of that act. */
  idempotencyKey?: string | undefined;
}

/** The address of an operation on this server, with its parameters filled in. */
export function addressOf<Id extends OperationId>(id: Id, request: OperationRequest<Id>): string {
  const params: Record<string, string | number> = request.params ?? {};
  const path = ROUTES[id][1].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  const filters: Record<string, string | number | boolean | undefined> = request.query ?? {};
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return ROOT + path + (query.size > 0 ? `?${query.toString()}` : '');
}

/** What every request says: the post acted from, the language of its answers, and whether anybody is at the page. */
export function commonHeaders(): Record<string, string> {
  const postId = actingPostId();
  return {
    'Accept-Language': currentLanguage(),
    ...(postId === null ? {} : { 'X-Acting-Post': postId }),
    ...activityHeaders(),
  };
}

/** The answer of an operation with each post in the place of its id. */
export type NamedAnswer<Id extends OperationId> = Answer<Id> extends Blob ? Blob : Named<Answer<Id>>;

/**
 * Calls one operation of the API, and puts the posts that its answer names in their places. When the session has ended, asks the person to sign in over the page and goes on.
 * @throws {ProblemError} when the server refuses, {@link Unreachable} when no answer came.
 */
export async function call<Id extends OperationId>(
  id: Id,
  request: OperationRequest<Id>,
  options: CallOptions = {},
): Promise<NamedAnswer<Id>> {
  const [method, , posts] = ROUTES[id];
  const headers: Record<string, string> = { ...commonHeaders(), Accept: 'application/json, */*' };
  if (method !== 'GET') headers['Idempotency-Key'] = options.idempotencyKey ?? crypto.randomUUID();
  if (request.ifMatch !== undefined) headers['If-Match'] = `"${String(request.ifMatch)}"`;
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null };
  if (request.body !== undefined) init.body = JSON.stringify(request.body);
  const response = await fetchSignedIn(addressOf(id, request), init, !BEFORE_SIGN_IN.includes(id));
  const answer = await answerOf(response);
  return (
    posts.length === 0 ? answer : namePosts(answer, posts, (answer as { posts: Posts }).posts)
  ) as NamedAnswer<Id>;
}

/** The bytes at an address of the API, asked for with the same headers as every call. */
export async function fetchBytes(address: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetchSignedIn(address, { headers: commonHeaders(), signal: signal ?? null }, true);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return wholly(response.arrayBuffer());
}

async function fetchSignedIn(address: string, init: RequestInit, mayAskToSignIn: boolean): Promise<Response> {
  const response = await fetch(address, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(error);
  });
  if (response.status === 401 && mayAskToSignIn && (await signInAgain())) return fetchSignedIn(address, init, false);
  return response;
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined;
  const type = response.headers.get('Content-Type');
  if (type !== null && !JSON_TYPE.test(type)) return wholly(response.blob());
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** The server ends an answer before its end when the bytes turn out to be damaged: then no answer came. */
function wholly<T>(bytes: Promise<T>): Promise<T> {
  return bytes.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(error);
  });
}

/** The problem that a response carries; a proxy's answer without one counts as no answer at all. */
export async function problemOf(response: Response): Promise<ProblemError['problem']> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return body;
  throw new Unreachable(response.status);
}

export function isProblem(body: unknown): body is ProblemError['problem'] {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
