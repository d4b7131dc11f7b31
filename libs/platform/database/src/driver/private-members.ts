import pg, { type Client, type Connection } from 'pg';

/**
 * All that is used here of `pg` though it is no part of its interface: nothing else in the product names it. The version is pinned in
 * package.json; `private-members.spec.ts` says with which this was tried, and what to look at before another is taken in.
 */

/** What the driver keeps with a connection, so that it parses no statement twice. */
interface Remembering {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

const remembering = (connection: Connection): Remembering => connection as unknown as Remembering;

/** Whether the connection has sent a statement under that name. */
export function knowsStatement(connection: Connection, name: string): boolean {
  const { parsedStatements, submittedNamedStatements } = remembering(connection);
  return parsedStatements[name] !== undefined || submittedNamedStatements[name] !== undefined;
}

export function noteSubmitted(connection: Connection, name: string, text: string): void {
  remembering(connection).submittedNamedStatements[name] = text;
}

/** One whose parsing has failed, or was not reached. */
export function forgetSubmitted(connection: Connection, name: string): void {
  Reflect.deleteProperty(remembering(connection).submittedNamedStatements, name);
}

/** One that the database has been told to forget. */
export function forgetStatement(connection: Connection, name: string): void {
  Reflect.deleteProperty(remembering(connection).parsedStatements, name);
  forgetSubmitted(connection, name);
}

/** Gives every message that the connection would write to its socket to `send`. */
export function sendThrough(connection: Connection, send: (message: Buffer) => void): void {
  Reflect.set(connection, '_send', send);
}

/** How the client reads values. */
export interface TypeParsers {
  getTypeParser(oid: number, format: string): unknown;
}
export const typesOf = (client: Client): TypeParsers => Reflect.get(client, '_types') as TypeParsers;

/** Whether the database has answered all that it was asked. */
export const isReady = (client: Client): boolean => Reflect.get(client, 'readyForQuery') === true;

const { utils } = pg as unknown as { readonly utils: { prepareValue(value: unknown): unknown } };

/** A value as the driver sends it. @throws what the driver says of one that it cannot send. */
export const prepareValue = (value: unknown): unknown => utils.prepareValue(value);
