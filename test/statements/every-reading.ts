import { randomUUID } from 'node:crypto';
import {
  type OperationEntry,
  type OperationId,
  OPERATIONS,
  type Posts,
  postPlaces,
  postsIn,
} from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { ZodObject } from 'zod';
import type { Clerks } from '../support/http/clerks';
import type { EveryOperation, Made } from './every-operation';

/** Whose list has rows; the officer's unless said otherwise. */
const READERS: Partial<Record<OperationId, keyof Clerks>> = {
  listReceiptCopies: 'stranger',
  readDocumentLetter: 'clerk',
  downloadPicture: 'clerk',
  listSent: 'clerk',
  listCreated: 'clerk',
  listDiscussions: 'clerk',
  listAuditedFiles: 'auditor',
  listTimeline: 'auditor',
  searchEvents: 'auditor',
  getFileAsOf: 'auditor',
  verifyFile: 'auditor',
  getLogLosses: 'auditor',
  getRecordCheck: 'auditor',
  getFileLosses: 'auditor',
  drawSample: 'auditor',
  listQuestions: 'clerk',
  getQuestion: 'clerk',
  listCharges: 'administrator',
  listTenures: 'administrator',
  listUnits: 'administrator',
  listNumberSchemes: 'administrator',
  listKeptHeads: 'administrator',
  listSynonyms: 'administrator',
  listPeople: 'administrator',
  getPostDetails: 'administrator',
  getSuperiorChanges: 'administrator',
  getPersonCharges: 'administrator',
  listCertificateBindings: 'administrator',
  listUnboundKeys: 'administrator',
  getLastBackup: 'administrator',
  listTroubles: 'administrator',
  getChecklist: 'administrator',
  listConnections: 'administrator',
  getLevelFigures: 'administrator',
  listSecurityEvents: 'administrator',
  exportSecurityEvents: 'administrator',
  exportPeopleCsv: 'administrator',
  exportPeopleXlsx: 'administrator',
  exportPostsCsv: 'administrator',
  exportPostsXlsx: 'administrator',
};
/** What is read by whoever has taken over a charge, from that post. */
const OF_A_CHARGE: readonly OperationId[] = ['listCameBetween', 'downloadCharge'];
/** What else a list is asked for where that could be another statement: each still finds rows. */
const FILTERS: Partial<Record<OperationId, readonly string[]>> = {
  findFiles: ['q=पेंशन', 'q=वृद्धावस्था पेंशन', 'q=1', 'q=A-11011', 'state=on_desk'],
  listAuditedFiles: ['q=पेंशन', 'state=on_desk'],
  searchEvents: ['person=DH', 'from=2020-01-01'],
  listInbox: ['order=oldest', 'order=due', 'order=urgency', 'order=sender', 'unread=true', 'urgency=ordinary'],
  listIssues: ['from=2020-01-01'],
  listWaitingBelow: ['overLimit=false'],
  listDiary: ['from=2020-01-01'],
  listSecurityEvents: ['kind=signed_in'],
};
const TODAY = dayInIndia(new Date());
/** What must be said of a thing to be read. */
const NEEDED: Partial<Record<OperationId, Readonly<Record<string, string>>>> = {
  downloadSelection: { selection: 'N/1' },
  searchOffice: { q: 'मरम्मत', kind: 'receipt' },
  findFilesAlike: { subject: 'ग्राम सिसवा में नलकूप की मरम्मत' },
  findSameLetters: { letterNumber: '1', senderName: 'x', sha256: '0'.repeat(64) },
  findReferred: { files: randomUUID(), issues: randomUUID() },
  getCalendar: { year: '2099' },
  getFileAsOf: { day: TODAY },
  drawSample: { seed: 'x', day: TODAY, size: '5' },
  checkRegrading: { grading: 'secret' },
  // All events of the office are more than a page from the beginning.
  searchEvents: { name: 'file.created' },
};
const MOST = 200;
const READINGS = (Object.keys(OPERATIONS) as OperationId[]).filter((does) => OPERATIONS[does].method === 'GET');

/** One reading of a list, or of a thing. */
export interface Reading {
  readonly does: OperationId;
  readonly query: string;
  /** Rows of a list; 1 of a thing. */
  readonly rows: number;
  readonly next: string | null;
  readonly statements: readonly string[];
  /** The posts that the answer names, and those of them that its `posts` tells of. */
  readonly named: number;
  readonly told: number;
}

/** Reads everything that can be read: each list whole, and once more with each filter. */
export async function readAll(every: EveryOperation, made: Made): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const does of READINGS) {
    for (const filter of isList(does) ? ['', ...(FILTERS[does] ?? [])] : ['']) {
      const query = isList(does)
        ? { ...NEEDED[does], ...fieldsOf(filter), limit: String(MOST) }
        : needed(every, made, does);
      readings.push(await read(every, made, { does, filter, query }));
    }
  }
  return readings;
}

function needed(
  { people }: EveryOperation,
  { categoryId, code }: Made,
  does: OperationId,
): Readonly<Record<string, string>> {
  if (does === 'checkGenuine') return { code };
  return does === 'getWay' ? { categoryId, fromPostId: people.clerk.postId } : (NEEDED[does] ?? {});
}

/** Reads one row of a list that has more, and the one after it. */
export async function readPages(
  every: EveryOperation,
  made: Made,
  { does, query: filter }: Reading,
): Promise<Reading[]> {
  const query = { ...NEEDED[does], ...fieldsOf(filter), limit: '1' };
  const first = await read(every, made, { does, filter, query });
  if (first.next === null) throw new Error(`${does}?${filter} has no second row`);
  return [first, await read(every, made, { does, filter, query: { ...query, cursor: first.next } })];
}

export function isList(does: OperationId): boolean {
  const { query, media } = OPERATIONS[does] as { query?: unknown; media?: string };
  return media === undefined && query instanceof ZodObject && 'limit' in query.shape;
}

interface Asking {
  readonly does: OperationId;
  readonly filter: string;
  readonly query: Readonly<Record<string, string>>;
}

async function read(every: EveryOperation, made: Made, { does, filter, query }: Asking): Promise<Reading> {
  const reader = OF_A_CHARGE.includes(does) ? made.successor : every.people[READERS[does] ?? 'officer'];
  const asked = new URLSearchParams(query).toString();
  const thing = thingOf(does, made);
  const path = OPERATIONS[does].path.replace(/:(\w+)/g, (_, name: string) => String(parameter(name, thing)));
  // A line has no end: what is counted is the coming in.
  const method = does === 'listen' ? 'head' : 'get';
  const { body } = await every.count(does, () => every.api.as(reader, method, asked ? `${path}?${asked}` : path));
  // A search answers lists, here one: of the kind that is asked for.
  const { kinds: [list] = [body] } = body as { kinds?: unknown[] };
  const { items, next = null } = (list ?? {}) as { items?: unknown[]; next?: string | null };
  const statements = every.counted.get(does)?.at(-1)?.statements ?? [];
  return { does, query: filter, rows: items?.length ?? 1, next, statements, ...postsOf(does, body) };
}

function thingOf(does: OperationId, made: Made): Made {
  if (READERS[does] === 'auditor') return { ...made, fileId: made.auditedFileId };
  return does === 'downloadPicture' ? { ...made, documentId: made.pictured } : made;
}

function postsOf(does: OperationId, body: unknown): Pick<Reading, 'named' | 'told'> {
  const { answer }: OperationEntry = OPERATIONS[does];
  const ids = answer ? [...postsIn(body, postPlaces(answer))] : [];
  const { posts = {} } = body as { posts?: Posts };
  return { named: ids.length, told: ids.filter((id) => posts[id]?.id === id && posts[id].marking !== '').length };
}

function parameter(name: string, made: Made): string | number {
  if (name === 'draftVersion' || name === 'page') return 1;
  const value = Reflect.get(made, name) as unknown;
  if (typeof value !== 'string') throw new Error(`Nothing was made that fills :${name}`);
  return value;
}

function fieldsOf(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}
