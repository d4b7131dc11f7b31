import type { Actor } from '@patravali/authorization';
import { ConsultPosts as ConsultRequest, FileView, type StructuredText } from '@patravali/contract';
import { DeskCountsQuery } from '@patravali/desk';
import { ReadDocument } from '@patravali/documents';
import { CloseFile, FileHistory, FileViewQuery } from '@patravali/files';
import { ForwardFile, ListParkings, OpenFile, ParkFile } from '@patravali/movement';
import { AddNote, ListNotes } from '@patravali/notes';
import { MakeSnapshot } from '@patravali/records';
import { consultingActs } from '../../../../test/support/acts/consulting-acts';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';
import { ConsultPosts } from './consult-posts';
import { AnswerConsultation } from './opinions/answer-consultation';
import { Questions } from './questions';

const PAGE = { limit: 50 };
const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const aso = () => office().at('ASO');

const { today, written, consult, answer, giveBack, withdraw, list, questions } = consultingActs(office);
const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
const notes = async (by: Actor, fileId: string) => (await office().get(ListNotes).execute(by, fileId, PAGE)).items;
const events = async (by: Actor, fileId: string) =>
  (await office().get(FileHistory).execute(by, fileId, PAGE)).items.map(({ name }) => name);
const forward = (by: Actor, fileId: string, to: Actor, more: object = WORDS) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, ...more } as Parameters<ForwardFile['execute']>[2]);
/** With a yellow note, which goes onto the sheet with whatever is asked first. */
const newFile = async () => {
  const { fileId } = await office().newFile(aso());
  await office()
    .get(AddNote)
    .execute(aso(), fileId, { text: written('परामर्श अपेक्षित है।'), decision: null });
  return fileId;
};

describe('a consultation', () => {
  let one: Actor;
  let other: Actor;
  beforeEach(async () => {
    await today('2026-06-01');
    [one, other] = [await office().actor(), await office().actor()];
  });

  it('carries what is final: the note in writing freezes with the question, and nobody is asked about nothing', async () => {
    const { fileId: empty } = await office().newFile(aso());
    const before = await office().counts();
    await expect(consult(aso(), empty, [one])).rejects.toMatchObject({ code: 'nothing-to-ask-about' });
    expect(await office().counts()).toEqual(before);
    const fileId = await newFile();
    const asked = { question: 'क्या बजट उपलब्ध है?', posts: [{ postId: one.postId, dueOn: '2026-06-08' }] };
    const ask = (confirmNote: boolean) =>
      office()
        .get(ConsultPosts)
        .execute(aso(), fileId, { ...asked, confirmNote }, { language: 'hi' });
    await expect(ask(false)).rejects.toMatchObject({ code: 'note-unconfirmed' });
    await ask(true);
    expect(await view(aso(), fileId)).toMatchObject({ pendingNote: null, counts: { notes: 1 } });
    const history = (await office().get(FileHistory).execute(aso(), fileId, PAGE)).items;
    const [row] = await office().rows<{ hash: string }>('SELECT content_hash AS hash FROM note WHERE file_id = $1', [
      fileId,
    ]);
    expect(history.at(-1)).toMatchObject({ name: 'consultation.asked', contentHash: row?.hash, data: { note: 1 } });
    expect(await office().rows('SELECT notes FROM consultation WHERE file_id = $1', [fileId])).toEqual([{ notes: 1 }]);
    // It goes on without a word: what was asked about stands there already.
    await forward(aso(), fileId, so(), { confirmNote: false });
    expect(await notes(so(), fileId)).toHaveLength(1);
  });

  it('comes before a decision', async () => {
    const fileId = await newFile();
    await forward(aso(), fileId, so());
    await office()
      .get(AddNote)
      .execute(so(), fileId, { text: written('स्वीकृत'), decision: 'approved' });
    await expect(consult(so(), fileId, [one])).rejects.toMatchObject({ code: 'question-before-decision' });
  });

  it('is answered on the copy of the file, and never before that stands', async () => {
    const fileId = await newFile();
    const [id = ''] = await consult(aso(), fileId, [one, other]);
    const give = () =>
      office()
        .get(AnswerConsultation)
        .execute(one, id, { text: written('उपलब्ध है।') });
    const before = await office().counts();
    await expect(give()).rejects.toMatchObject({ code: 'snapshot-not-ready', retryAfter: 30 });
    await office().rows(`UPDATE consultation SET snapshot = 'failed' WHERE file_id = $1`, [fileId]);
    await expect(give()).rejects.toMatchObject({ code: 'snapshot-not-ready', params: { because: 'failed' } });
    expect(await office().counts()).toEqual(before);
    await giveBack(one, id);
    await expect(answer(other, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is asked of several posts, which read the question and nothing of the file', async () => {
    const fileId = await newFile();
    const [id] = await consult(aso(), fileId, [one, other]);
    expect(await questions(one)).toMatchObject([{ id, question: 'क्या बजट उपलब्ध है?', dueOn: '2026-06-08', lateBy: 0 }]);
    expect(
      await office()
        .get(Questions)
        .one(one, id ?? ''),
    ).toMatchObject({ id, snapshot: 'waiting' });
    await expect(view(one, fileId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(list(one, fileId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      office()
        .get(Questions)
        .one(other, id ?? ''),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await office().get(DeskCountsQuery).execute(one)).toMatchObject({ questions: 1, inbox: 0 });
    expect(await view(aso(), fileId)).toMatchObject({ opinionsAwaited: 2, opinionDueOn: '2026-06-08' });
    expect(await list(aso(), fileId)).toMatchObject([
      { sequence: 1, consulted: [{ post: one.postId, state: 'asked' }, { post: other.postId }] },
    ]);
    expect(await questions(await office().assistantOf(one))).toEqual([]);
  });

  it('is answered on the sheet at once, wherever the file is, and the right to read ends with it', async () => {
    const fileId = await newFile();
    const [id] = await consult(aso(), fileId, [one]);
    await forward(aso(), fileId, so());
    // The desk where the file is has a note in writing.
    await office()
      .get(AddNote)
      .execute(so(), fileId, { text: written('परीक्षण'), decision: null });
    const { version } = await view(so(), fileId);
    expect(await answer(one, id)).toEqual({ id, note: 3 });
    expect(await view(so(), fileId)).toMatchObject({
      version,
      opinionsAwaited: 0,
      pendingNote: { provisionalNumber: 4 },
    });
    expect((await notes(so(), fileId)).at(-1)).toMatchObject({
      number: 3,
      firstParagraph: 3,
      kind: 'opinion',
      decision: null,
      author: { post: one.postId },
    });
    expect(await questions(one)).toEqual([]);
    await expect(
      office()
        .get(Questions)
        .one(one, id ?? ''),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(view(one, fileId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(answer(one, id)).rejects.toMatchObject({ code: 'consultation-ended', params: { state: 'answered' } });
    expect((await events(so(), fileId)).slice(-2)).toEqual(['note.added', 'consultation.answered']);
    const [consultation] = await list(so(), fileId);
    expect(consultation?.consulted).toMatchObject([{ state: 'answered', note: 3, by: { post: one.postId } }]);
  });

  it('changes nothing of what a signature alone agrees with', async () => {
    const fileId = await newFile();
    const [id] = await consult(aso(), fileId, [one]);
    await forward(aso(), fileId, so());
    await answer(one, id);
    await forward(so(), fileId, office().at('US'), { confirmNote: false });
    expect((await notes(so(), fileId)).at(-1)).toMatchObject({ number: 4, signatureAlone: 'agreement' });
    // Of one's own note before the opinion nothing is signed.
    const again = await newFile();
    const [second] = await consult(aso(), again, [one]);
    await forward(aso(), again, so());
    await forward(so(), again, aso());
    await office().get(OpenFile).execute(aso(), again);
    await answer(one, second);
    await forward(aso(), again, so(), { confirmNote: false });
    await forward(so(), again, aso(), { confirmNote: false });
    expect((await notes(so(), again)).map(({ kind, author }) => [kind, author.post])).toEqual([
      ['ordinary', aso().postId],
      ['ordinary', aso().postId],
      ['ordinary', so().postId],
      ['opinion', one.postId],
      ['ordinary', aso().postId],
      ['ordinary', so().postId],
    ]);
  });

  it('shows a snapshot that holds what was on the file then, frozen by its hash, until it is ended', async () => {
    const fileId = await newFile();
    await forward(aso(), fileId, so());
    const [id] = await consult(so(), fileId, [one, other]);
    await forward(so(), fileId, office().at('US'));
    const [consultation] = await list(so(), fileId);
    const make = () =>
      office()
        .get(MakeSnapshot)
        .execute({ organisationId: office().id, id: consultation?.id ?? '' }, { last: true });
    await make();
    const { documentId, pages, snapshot } = await office()
      .get(Questions)
      .one(one, id ?? '');
    expect({ snapshot, pages }).toEqual({ snapshot: 'ready', pages: expect.any(Number) as number });
    const { sha256 } = await office()
      .get(ReadDocument)
      .execute(one, documentId ?? '');
    const history = (await office().get(FileHistory).execute(so(), fileId, PAGE)).items;
    expect(history.at(-1)).toMatchObject({ name: 'consultation.snapshot_made', contentHash: sha256 });
    // A job that comes again makes no other.
    await make();
    expect((await list(so(), fileId))[0]).toMatchObject({ documentId });
    await answer(one, id);
    await expect(
      office()
        .get(ReadDocument)
        .execute(one, documentId ?? ''),
    ).rejects.toMatchObject({ code: 'not-found' });
    await office()
      .get(ReadDocument)
      .execute(other, documentId ?? '');
    await office()
      .get(ReadDocument)
      .execute(so(), documentId ?? '');
    await withdraw(office().at('US'), fileId);
    await expect(
      office()
        .get(ReadDocument)
        .execute(other, documentId ?? ''),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('of which no snapshot can be made says so', async () => {
    const fileId = await newFile();
    const [id] = await consult(aso(), fileId, [one]);
    const [consultation] = await list(aso(), fileId);
    await office().rows(`UPDATE tenure SET until_on = '2026-05-31' WHERE user_id = $1`, [aso().userId]);
    const job = { organisationId: office().id, id: consultation?.id ?? '' };
    await office().get(MakeSnapshot).execute(job, { last: false });
    await office().rows('UPDATE tenure SET until_on = NULL WHERE user_id = $1', [aso().userId]);
    expect(
      await office()
        .get(Questions)
        .one(one, id ?? ''),
    ).toMatchObject({ snapshot: 'failed', documentId: null });
  });

  it('is late by working days, from the day after the due day', async () => {
    await office().rows(`INSERT INTO rest_day SELECT $1, 0, week FROM generate_series(1, 5) week`, [office().id]);
    const fileId = await newFile();
    const [id] = await consult(aso(), fileId, [one, other], '2026-06-05');
    await today('2026-06-05');
    expect(await questions(one)).toMatchObject([{ lateBy: 0 }]);
    // Saturday, Sunday, Monday.
    await today('2026-06-08');
    expect(await questions(one)).toMatchObject([{ lateBy: 2 }]);
    await answer(one, id);
    await today('2026-06-09');
    expect((await list(aso(), fileId))[0]?.consulted).toMatchObject([{ lateBy: 2 }, { lateBy: 3 }]);
    await office().rows('DELETE FROM rest_day WHERE organisation_id = $1', [office().id]);
  });

  it('brings a file back that was parked for it, with the last answer', async () => {
    const fileId = await newFile();
    const [first, second] = await consult(aso(), fileId, [one, other]);
    const park = () =>
      office()
        .get(ParkFile)
        .execute(aso(), fileId, { until: null, event: 'consultation_answered', remarks: undefined });
    await park();
    await answer(one, first);
    expect(await view(aso(), fileId)).toMatchObject({ state: 'parked', parkedFor: 'consultation_answered' });
    await giveBack(other, second);
    expect(await view(aso(), fileId)).toMatchObject({ state: 'on_desk', backFromParking: 'consultation_answered' });
    await expect(park()).rejects.toMatchObject({ code: 'nobody-consulted' });
    await consult(aso(), fileId, [one]);
    await park();
    await withdraw(aso(), fileId);
    expect(await view(aso(), fileId)).toMatchObject({ state: 'on_desk', backFromParking: null });
    const { items } = await office().get(ListParkings).execute(aso(), fileId, PAGE);
    expect(items.map(({ kind }) => kind)).toEqual(['parked', 'consultation_answered', 'parked', 'taken_up']);
  });

  it('keeps a file from being closed until it is ended', async () => {
    const fileId = await newFile();
    await forward(aso(), fileId, so());
    const [id] = await consult(so(), fileId, [one, other]);
    const close = () => office().get(CloseFile).execute(so(), fileId, { reason: 'निस्तारित', confirmNote: false });
    await expect(close()).rejects.toMatchObject({ code: 'opinions-awaited', params: { count: 2 } });
    await withdraw(so(), fileId, [id ?? '']);
    await expect(withdraw(so(), fileId, [id ?? ''])).rejects.toMatchObject({ code: 'consultation-ended' });
    await expect(close()).rejects.toMatchObject({ code: 'opinions-awaited', params: { count: 1 } });
    await withdraw(so(), fileId);
    await close();
    await expect(answer(other, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(consult(so(), fileId, [one])).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('refers to nothing but what was shown', async () => {
    const fileId = await newFile();
    await forward(aso(), fileId, so());
    const [id] = await consult(so(), fileId, [one]);
    await forward(so(), fileId, office().at('US'));
    const refers = (note: number): StructuredText => ({
      version: 1,
      paragraphs: [{ children: [{ type: 'reference', to: { kind: 'note', note }, label: `N/${note}` }] }],
    });
    await expect(answer(one, id, refers(2))).rejects.toMatchObject({ code: 'reference-to-nowhere' });
    await expect(answer(one, id, written(''))).rejects.toMatchObject({ code: 'note-empty' });
    await answer(one, id, refers(1));
  });

  it('is refused of a post that is unknown, takes no files, holds the file or was asked already, and by a bad day', async () => {
    const fileId = await newFile();
    await consult(aso(), fileId, [one]);
    const before = await office().counts();
    const unknown = { ...one, postId: '019b0000-0000-7000-8000-000000000000' };
    const refused: [Actor, string][] = [
      [unknown, 'unknown-post'],
      [aso(), 'to-oneself'],
      [office().at('AUDIT'), 'post-takes-no-files'],
      [one, 'already-consulted'],
    ];
    for (const [post, code] of refused) {
      const errors = [{ pointer: '#/posts/1/postId', detail: code }];
      await expect(consult(aso(), fileId, [other, post])).rejects.toMatchObject({ code, errors });
    }
    await expect(consult(aso(), fileId, [other], '2026-05-29')).rejects.toMatchObject({ code: 'due-date-past' });
    expect(await office().counts()).toEqual(before);
    expect(() =>
      ConsultRequest.parse({ question: 'x', posts: Array(13).fill({ postId: one.postId, dueOn: '2026-06-08' }) }),
    ).toThrow();
  });
});
