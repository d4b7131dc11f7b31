import type { Actor } from '@patravali/authorization';
import {
  type Discussion,
  FileRow,
  type FileState,
  FileView,
  MovementView,
  type Named,
  NoteView,
  numberedParagraphs,
  type PostRef,
} from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { DeskCountsQuery, DiscussionBox, FileBoxes, SetAsideBoxes } from '@patravali/desk';
import { FileHistory, FileViewQuery, FindFiles } from '@patravali/files';
import { ListNotes } from '@patravali/notes';
import { z } from 'zod';
import { Questions } from '@patravali/consultations';
import { everyPage } from '../office/every-page';
import type { FileModel } from '../model/file-model';
import { asideShown } from '../model/aside';
import type { Chips, DiscussionModelled, OfficeModel } from '../model/office-model';
import { clockShown } from './shown-clocks';
import type { TestOffice } from '../office/test-office';
import { volumesShown } from './volumes';

/** Each chip of the desk, in one of the orders. */
const CHIPS: readonly Chips[] = [
  { order: 'newest' } as const,
  { order: 'oldest' } as const,
  { order: 'due' } as const,
  { order: 'late' } as const,
  { order: 'oldest', unread: true } as const,
  { order: 'due', unread: false } as const,
  { order: 'due', late: true } as const,
  { order: 'newest', dueThisWeek: true } as const,
  { order: 'newest', action: 'put_up' } as const,
  { order: 'oldest', action: 'for_approval' } as const,
];
const EMPTY = {
  receipts: 0,
  unreadReceipts: 0,
  unseenCopies: 0,
  drafts: 0,
  toSign: 0,
  toDispatch: 0,
  stuck: 0,
  discussions: 0,
};

/** All that a desk shows of files, by queries, walked in pages of `limit`. */
export async function deskShown(office: TestOffice, actor: Actor, limit: number) {
  const boxes = office.get(FileBoxes);
  const aside = office.get(SetAsideBoxes);
  const [counts, ...lists] = await Promise.all([
    office.get(DeskCountsQuery).execute(actor),
    everyPage(limit, (query) => boxes.sent(actor, query)),
    everyPage(limit, (query) => boxes.created(actor, query)),
    everyPage(limit, (query) => boxes.closed(actor, query)),
    everyPage(limit, (query) => aside.parked(actor, query)),
    everyPage(limit, (query) => aside.callBook(actor, query)),
    ...CHIPS.map((chips) => everyPage(limit, (query) => boxes.inbox(actor, { ...chips, ...query }))),
  ]);
  const named = await office.named(z.array(z.array(FileRow)), Promise.resolve(lists), actor);
  return { counts, lists: named.map((rows) => rows.map(rowShown)) };
}

/** The same by the model. */
export function deskModelled(model: OfficeModel, post: string) {
  const inbox = CHIPS.map((chips) => model.inbox(post, chips));
  const lists = [
    model.sent(post),
    model.created(post),
    model.closed(post),
    model.aside(post, 'parked'),
    model.aside(post, 'in_call_book'),
    ...inbox,
  ];
  return { counts: { ...model.counts(post), ...EMPTY }, lists: lists.map((files) => files.map(rowModelled)) };
}

/** What the post follows, and what of it has moved. */
export async function followUpShown(office: TestOffice, actor: Actor, limit: number) {
  const rows = await everyPage(limit, (query) => office.get(SetAsideBoxes).followUp(actor, query));
  return rows.map(({ computerNumber, following }) => ({ computerNumber, moved: following.moved }));
}

/** The same by the model. */
export function followUpModelled(model: OfficeModel, post: string): Awaited<ReturnType<typeof followUpShown>> {
  return model
    .followUp(post)
    .map((file) => ({ computerNumber: file.cover.computerNumber, moved: model.hasMoved(file, post) }));
}

/** What that post is asked, by the day by which it is to answer. */
export async function questionsShown(office: TestOffice, actor: Actor, limit: number) {
  const rows = await everyPage(limit, (query) => office.get(Questions).list(actor, query));
  return rows.map(({ fileNumber, dueOn }) => `${dueOn} ${fileNumber}`);
}

/** The same by the model. */
export function questionsModelled(model: OfficeModel, post: string): string[] {
  return model.questions(post).map(({ dueOn, file }) => `${dueOn} ${file.cover.number}`);
}

/** What that person is shown of discussions, and how many await an answer. */
export async function discussionsShown(office: TestOffice, actor: Actor, limit: number) {
  const shown = (open?: true) =>
    everyPage(limit, (query) => office.get(DiscussionBox).execute(actor, { ...query, ...(open && { open }) }));
  const counting = office.get(DeskCountsQuery).execute(actor);
  const [all, open, { discussions }] = await Promise.all([shown(), shown(true), counting]);
  const row = ({ fileNumber, file, note, answered }: Discussion): DiscussionModelled => {
    return { fileNumber, reads: file !== null, note, answered: answered?.answer ?? null };
  };
  return { all: all.map(row), open: open.map(row), count: discussions };
}

/** The same by the model, of the link officer of that post. */
export function discussionsModelled(model: OfficeModel, post: string): Awaited<ReturnType<typeof discussionsShown>> {
  const all = model.discussions(post);
  const open = all.filter(({ answered }) => answered === null);
  return { all, open, count: open.length };
}

export interface Question {
  readonly q?: string;
  readonly state?: FileState;
}

/** Numbers, words and states that find this file, and others with it. */
export function questionsAbout({ cover, state }: FileModel): Question[] {
  const computerNumber = String(cover.computerNumber);
  const hindi = computerNumber.replace(/\d/g, (digit) => '०१२३४५६७८९'[Number(digit)] ?? '');
  const words = cover.subject.toUpperCase().split(' ').reverse().join(' ');
  return [{ q: cover.number }, { q: computerNumber }, { q: hindi }, { q: words }, { state }];
}

/** What a search finds, as computer numbers. */
export async function foundBy(office: TestOffice, actor: Actor, question: Question, limit: number): Promise<number[]> {
  const rows = await everyPage(limit, (query) => office.get(FindFiles).execute(actor, { ...question, ...query }));
  return rows.map((row) => row.computerNumber);
}

/** What the page of a file says beyond its notes: its registers, and whom it suggests. */
export async function fileShown(office: TestOffice, actor: Actor, fileId: string, limit: number) {
  const [events, movements, notes, view] = await Promise.all([
    everyPage(limit, (query) => office.get(FileHistory).execute(actor, fileId, query)),
    office.named(
      z.array(MovementView),
      everyPage(limit, (query) => office.get(ListMovements).execute(actor, fileId, query)),
      actor,
    ),
    office.named(
      z.array(NoteView),
      everyPage(limit, (query) => office.get(ListNotes).execute(actor, fileId, query)),
      actor,
    ),
    office.named(FileView, office.get(FileViewQuery).execute(actor, fileId), actor),
  ]);
  return {
    events: events.map(({ sequence, name, contentHash, by }) => {
      // A link officer's act names for whom it was done.
      return { sequence, name, contentHash, link: by?.capacity === 'link' && by.actingFor !== null };
    }),
    clock: clockShown(view.clock),
    movements: movements.map(({ sequence, kind, from, to, action, dueOn, decision, openedAt, keptDays }) => {
      const opened = openedAt !== null;
      return { sequence, kind, from: marking(from), to: marking(to), action, dueOn, decision, opened, keptDays };
    }),
    together: await togetherShown(office, view.together),
    suggestions: view.suggestions.map(({ post, why }) => ({ post: post.marking, why })),
    decided: view.decided && [view.decided.note, view.decided.decision, view.decided.by.post.marking],
    sheet: notes.map((note) => noteShown(note)),
  };
}

function noteShown(note: Named<NoteView>) {
  const { author, putUpBy, text, decision, kind, mainNote, discussedWith, signatureAlone, takenBack, returns } = note;
  return {
    by: author.post.marking,
    putUpBy: marking(putUpBy?.post ?? null),
    paragraphs: numberedParagraphs(text).length,
    decision,
    ...(kind === 'opinion' && { isOpinion: true as const }),
    under: mainNote,
    isSummary: kind === 'running_summary',
    withPost: marking(discussedWith[0]?.post ?? null),
    answered: discussedWith[0]?.answered?.answer ?? null,
    agrees: signatureAlone === 'agreement',
    takenBack: takenBack !== null,
    returns: returns.map(({ by, to, takenBackAt }) => {
      return { by: by.post.marking, to: to.marking, takenBack: takenBackAt !== null };
    }),
  };
}

/** Those with which it is together, by their computer numbers. */
async function togetherShown(office: TestOffice, together: Named<FileView>['together']) {
  const { attachedTo, attached, linked, mainFile, part, incorporated, parts } = together;
  const ids = [attachedTo, mainFile, ...attached, ...linked, ...parts].flatMap((file) => (file ? [file.id] : []));
  const sql = 'SELECT id, computer_number AS number FROM office_file WHERE id = ANY ($1)';
  const rows = ids.length === 0 ? [] : await office.rows<{ id: string; number: number }>(sql, [ids]);
  const numberOf = new Map(rows.map(({ id, number }) => [id, number]));
  const numbers = (...files: readonly ({ id: string } | null)[]) =>
    files.flatMap((file) => (file ? [numberOf.get(file.id) ?? 0] : [])).sort((a, b) => a - b);
  return {
    attachedTo: numbers(attachedTo),
    attached: numbers(...attached),
    linked: numbers(...linked),
    mainFile: numbers(mainFile),
    part,
    incorporated,
    parts: numbers(...parts),
    ...(await volumesShown(office, together)),
  };
}

function rowShown(row: Named<FileRow>) {
  const { number, computerNumber, subject, state, grading, action, dueOn, decision, returned, forCorrection, unread } =
    row;
  const { recall, pulledUp, jumped, clockFrom, clockStoppedOn, clockStoppedFor } = row;
  const { parkedUntil, parkedFor, reviewOn, backFromParking, reminders, attachedFiles } = row;
  const { opinionsAwaited, opinionDueOn } = row;
  const [holder, from] = [marking(row.holder), marking(row.from)];
  return {
    number,
    computerNumber,
    subject,
    state,
    confidential: grading !== 'normal',
    holder,
    from,
    action,
    dueOn,
    decision,
    returned,
    forCorrection,
    recall,
    pulledUp,
    jumped,
    unread,
    ...(state === 'closed' ? {} : { clockFrom, clockStoppedOn, clockStoppedFor }),
    parkedUntil,
    parkedFor,
    reviewOn,
    backFromParking,
    reminders,
    attachedFiles,
    opinionsAwaited,
    opinionDueOn,
  };
}

function rowModelled({
  cover,
  confidential,
  holder,
  sender,
  asked,
  forCorrection,
  opened,
  recall,
  register,
  state,
  ...file
}: FileModel): ReturnType<typeof rowShown> {
  return {
    ...cover,
    confidential,
    state,
    holder,
    from: sender,
    ...asked,
    forCorrection,
    unread: !opened && state === 'on_desk',
    attachedFiles: file.inside.size,
    recall: recall === 'withdrawn' ? null : recall,
    pulledUp: register.at(-1)?.kind === 'pulled_up',
    jumped: file.owed.size > 0,
    ...(holder === null ? {} : file.clock.shown),
    ...asideShown(file.aside, file.back || null, file.reminders),
    opinionsAwaited: file.consultation.asked.size,
    opinionDueOn: file.consultation.dueOn,
  };
}

function marking(post: PostRef | null): string | null {
  return post?.marking ?? null;
}
