import { captured, toHex, toText } from '../primitives/bytes';
import { sha256 } from '../primitives/cryptography';

/** What the canonical form of an event says (docs/proof.md). */
export interface CanonicalEvent {
  /** 0: chained afterwards, when the office was brought up to date; since 2 an event names the rows that were written with it. */
  readonly encoding: 0 | 1 | 2;
  readonly previous: string;
  readonly id: string;
  readonly organisation: string;
  readonly subject: string;
  readonly sequence: number;
  readonly name: string;
  /** UUID of the person, and of the post from which he did it; none where the office did it by itself. */
  readonly user: string | undefined;
  readonly post: string | undefined;
  readonly at: string;
  /** Facts, as JSON. */
  readonly data: string;
  readonly content: string | undefined;
  /** SHA-256 of the lines of its rows. */
  readonly rows: string | undefined;
  /** SHA-256 of the form, hexadecimal. */
  readonly hash: string;
}

/** What stands of an event in the log: its place in its chain, and not what it says. */
export type ChainLink = Pick<CanonicalEvent, 'id' | 'subject' | 'sequence' | 'previous' | 'hash'>;

export const SUBJECT_KINDS = ['file', 'receipt', 'user', 'document', 'organisation', 'readings'] as const;
/** The hash that the first event of a subject names as the one before it. */
export const NO_HASH = '0'.repeat(64);

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
export const HEX_HASH = '[0-9a-f]{64}';
export const SUBJECT = `(?:${SUBJECT_KINDS.join('|')}) ${UUID}`;
export const SEQUENCE = '[1-9][0-9]{0,9}';

type Line = readonly [name: string, form: RegExp, isOptional?: 'optional'];

/** The lines in their order: what a value looks like, and whether there may be none. */
const LINES: readonly Line[] = [
  ['previous', only(HEX_HASH)],
  ['id', only(UUID)],
  ['organisation', only(UUID)],
  ['subject', only(SUBJECT)],
  ['sequence', only(SEQUENCE)],
  ['name', only('[!-~]+')],
  ['related', only(UUID), 'optional'],
  ['user', only(UUID), 'optional'],
  ['post', only(UUID), 'optional'],
  ['capacity', only('regular|additional|link|assistant|operator'), 'optional'],
  ['at', only('[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z')],
  ['reason', /^/, 'optional'],
  ['data', /^[[{"\-0-9tfn]/],
  ['content', only(HEX_HASH), 'optional'],
];
const LINES_SINCE_ROWS: readonly Line[] = [...LINES, ['rows', only(HEX_HASH), 'optional']];
const FIRST_LINE = /^(patravali event ([012])\n)/;
const START = /^(([a-z]+) (0|[1-9][0-9]{0,9}) )/;
const LINE_FEED = 10;
/** Longer than any line up to its value. */
const MOST_HEAD = 40;

/** An event of exactly the bytes of a canonical form; nothing is passed over and nothing may follow. */
export function readEvent(bytes: Uint8Array): CanonicalEvent | undefined {
  const first = captured<[line: string, encoding: string]>(FIRST_LINE, latin(bytes, 0));
  if (!first) return undefined;
  const values = new Map<string, string | undefined>();
  let at = first[0].length;
  const encoding = encodingOf(first[1]);
  for (const [name, form, isOptional] of encoding === 2 ? LINES_SINCE_ROWS : LINES) {
    const line = readLine(bytes, at, name);
    if (!line) return undefined;
    if (line.value === undefined ? !isOptional : !form.test(line.value)) return undefined;
    values.set(name, line.value);
    at = line.end;
  }
  const value = (name: string) => values.get(name) ?? '';
  if (at !== bytes.length) return undefined;
  return {
    encoding,
    previous: value('previous'),
    id: value('id'),
    organisation: value('organisation'),
    subject: value('subject'),
    sequence: Number(value('sequence')),
    name: value('name'),
    user: values.get('user'),
    post: values.get('post'),
    at: value('at'),
    data: value('data'),
    content: values.get('content'),
    rows: values.get('rows'),
    hash: toHex(sha256(bytes)),
  };
}

/** What an event tells besides, none where its data is no object. */
export function factsOf({ data }: CanonicalEvent): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(data)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Whether one time lies before the other, both as events write them. */
export const isEarlier = (one: string, other: string): boolean =>
  one.length === other.length ? one < other : one.length < other.length;

const encodingOf = (digit: string): CanonicalEvent['encoding'] => (digit === '0' ? 0 : digit === '1' ? 1 : 2);

/** `name length value` or `name -`, each with its line feed. */
function readLine(bytes: Uint8Array, at: number, name: string): { value: string | undefined; end: number } | undefined {
  const head = latin(bytes, at);
  if (head.startsWith(`${name} -\n`)) return { value: undefined, end: at + name.length + 3 };
  const start = captured<[start: string, name: string, length: string]>(START, head);
  if (start?.[1] !== name) return undefined;
  const from = at + start[0].length;
  const end = from + Number(start[2]);
  const value = toText(bytes.subarray(from, end));
  return value !== undefined && bytes[end] === LINE_FEED ? { value, end: end + 1 } : undefined;
}

function latin(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + MOST_HEAD));
}

function only(form: string): RegExp {
  return new RegExp(`^(?:${form})$`);
}
