import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@patravali/contract';
import type absence from './en/absence.json';
import type acts from './en/acts.json';
import type causes from './en/causes.json';
import type certificate from './en/certificate.json';
import type connections from './en/connections.json';
import type charge from './en/charge.json';
import type diaryRegister from './en/diary-register.json';
import type dispatchMail from './en/dispatch-mail.json';
import type dispatchRegister from './en/dispatch-register.json';
import type draftRegister from './en/draft-register.json';
import type envelopes from './en/envelopes.json';
import type evidence from './en/evidence.json';
import type fields from './en/fields.json';
import type firstOffice from './en/first-office.json';
import type genuinePage from './en/genuine-page.json';
import type launcher from './en/launcher.json';
import type letter from './en/letter.json';
import type lists from './en/lists.json';
import type notFoundPage from './en/not-found-page.json';
import type notices from './en/notices.json';
import type noteSheet from './en/note-sheet.json';
import type officeFile from './en/office-file.json';
import type postalList from './en/postal-list.json';
import type redaction from './en/redaction.json';
import type refusals from './en/refusals.json';
import type troubles from './en/troubles.json';
import type vocabulary from './en/vocabulary.json';
import type waysOut from './en/ways-out.json';
import type wholeFile from './en/whole-file.json';

/** What programs on the server say; the page imports its own topics file by file. */
interface Topics {
  readonly absence: typeof absence;
  readonly acts: typeof acts;
  readonly causes: typeof causes;
  readonly certificate: typeof certificate;
  readonly connections: typeof connections;
  readonly charge: typeof charge;
  readonly 'diary-register': typeof diaryRegister;
  readonly 'dispatch-mail': typeof dispatchMail;
  readonly 'dispatch-register': typeof dispatchRegister;
  readonly 'draft-register': typeof draftRegister;
  readonly envelopes: typeof envelopes;
  readonly evidence: typeof evidence;
  readonly fields: typeof fields;
  readonly 'first-office': typeof firstOffice;
  readonly 'genuine-page': typeof genuinePage;
  readonly launcher: typeof launcher;
  readonly letter: typeof letter;
  readonly lists: typeof lists;
  readonly 'not-found-page': typeof notFoundPage;
  readonly 'note-sheet': typeof noteSheet;
  readonly notices: typeof notices;
  readonly 'office-file': typeof officeFile;
  readonly 'postal-list': typeof postalList;
  readonly redaction: typeof redaction;
  readonly refusals: typeof refusals;
  readonly troubles: typeof troubles;
  readonly vocabulary: typeof vocabulary;
  readonly 'ways-out': typeof waysOut;
  readonly 'whole-file': typeof wholeFile;
}

export type Topic = keyof Topics;
/** The keys of a topic: `MessageKey<'launcher'>`. */
export type MessageKey<T extends Topic> = keyof Topics[T] & string;

const read = new Map<string, unknown>();

/**
 * The sentences of one topic. Each is read when it is first asked for: a short command needs few of them. The build lays
 * the files beside this one (`tsconfig.build.json`).
 */
export function messagesOf<T extends Topic>(topic: T, language: Language): Topics[T] {
  const name = join(language, `${topic}.json`);
  if (!read.has(name)) read.set(name, JSON.parse(readFileSync(join(__dirname, name), 'utf8')));
  return read.get(name) as Topics[T];
}
