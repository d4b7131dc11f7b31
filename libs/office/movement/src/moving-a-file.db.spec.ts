import type { Actor } from '@patravali/authorization';
import { blocksOf, EMPTY_TEXT, FILE_MOVES, FileView, type StructuredText } from '@patravali/contract';
import { CloseFile, CreateFile, FileViewQuery, ReopenFile } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile, ReturnFile } from '@patravali/movement';
import { AddNote, ChangeNote, ConfirmNote, ListNotes } from '@patravali/notes';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';

const text = (...paragraphs: string[]): StructuredText => ({
  version: 1,
  paragraphs: paragraphs.map((each) => ({ children: each ? [{ type: 'text', text: each }] : [] })),
});
const PAGE = { limit: 50 };
const WITHOUT_WORDS = {};
const [yesterday, today, tomorrow] = [dayInIndia(-1), dayInIndia(0), dayInIndia(1)];

/** The calendar day in India, so many days from today. */
function dayInIndia(fromToday: number): string {
  const now = Date.now() + (fromToday * 24 + 5.5) * 60 * 60 * 1000;
  return new Date(now).toISOString().slice(0, 10);
}

describe('moving a file', () => {
  const office = useOffice();
  let officer: Actor;
  let clerk: Actor;
  let stranger: Actor;
  beforeAll(async () => {
    officer = await office().actor({ marking: 'SO(EST)' });
    clerk = await office().actor({ marking: 'DH(EST)-1', roles: ['dealing_hand'], superior: officer });
    stranger = await office().actor({ marking: 'SO(GAD)' });
  });

  const create = async (by = clerk) =>
    await office().get(CreateFile).execute(by, {
      headId: office().headId,
      subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरण',
      grading: 'normal',
      urgency: 'ordinary',
    });
  const forward = (by: Actor, id: string, to: Actor, more: object = WORDS) =>
    office()
      .get(ForwardFile)
      .execute(by, id, {
        toPostId: to.postId,
        action: 'for_orders',
        confirmNote: false,
        ...more,
      });
  const view = (by: Actor, id: string) => office().named(FileView, office().get(FileViewQuery).execute(by, id));
  const written = async (id: string) => {
    const [row] = await office().rows<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM movement WHERE file_id = $1) AS movements,
         (SELECT count(*)::int FROM event WHERE subject_id = $1) AS events,
         (SELECT count(*)::int FROM note WHERE file_id = $1) AS notes`,
      [id],
    );
    return row;
  };

  it('gives a new file its number, its computer number and its creator as holder', async () => {
    const year = new Date().getFullYear();
    const first = await create();
    const second = await create();
    expect(first.number).toMatch(new RegExp(`^A-11011/\\d+/${year}-EST$`));
    expect(second.computerNumber).toBe(first.computerNumber + 1);
    const seen = await view(clerk, first.id);
    expect(seen).toMatchObject({ state: 'on_desk', holder: { marking: 'DH(EST)-1' }, unread: false, version: 1 });
    const notYet = [
      'open',
      'decide',
      'return',
      'return_correction',
      'pull_back',
      'regrade',
      'close',
      'reopen',
      'remind',
      'unlink',
      'detach',
      'open_part',
      'incorporate',
      'withdraw_consultation',
      'ask_recall',
      'agree_recall',
      'refuse_recall',
      'withdraw_recall',
      'pull_up',
      'take_up',
      'put_in_call_book',
      'review_call_book',
      'take_out_of_call_book',
      'start_clock',
    ];
    expect(seen.allowedMoves).toEqual(FILE_MOVES.filter((move) => !notYet.includes(move)));
    expect(seen.suggestions.map(({ post, why }) => [post.marking, why])).toEqual([['SO(EST)', 'superior']]);
  });

  it('freezes the note, moves custody and writes one movement and one event', async () => {
    const { id } = await create();
    await office()
      .get(AddNote)
      .execute(clerk, id, { text: text('पहला', '', 'दूसरा'), decision: null });
    await office().get(ConfirmNote).execute(clerk, id, 1);
    const before = await written(id);
    await forward(clerk, id, officer, { dueOn: tomorrow, urgency: 'immediate' });
    expect(await written(id)).toEqual({
      movements: (before?.movements ?? 0) + 1,
      events: (before?.events ?? 0) + 1,
      notes: 1,
    });
    const seen = await view(officer, id);
    expect(seen).toMatchObject({
      unread: true,
      urgency: 'immediate',
      dueOn: tomorrow,
      action: 'for_orders',
      from: { marking: 'DH(EST)-1' },
      pendingNote: null,
    });
    const notes = await office().get(ListNotes).execute(officer, id, PAGE);
    expect(notes.items).toMatchObject([
      { number: 1, firstParagraph: 1, author: { post: clerk.postId, capacity: 'regular' } },
    ]);
    expect(blocksOf(notes.items[0]?.text ?? EMPTY_TEXT)).toHaveLength(2);
  });

  it('numbers the paragraphs through the whole sheet, and lets a signature alone mean agreement', async () => {
    const { id } = await create();
    await forward(clerk, id, officer, { note: { text: text('एक', 'दो'), decision: null }, confirmNote: true });
    await forward(officer, id, clerk, WITHOUT_WORDS);
    await forward(clerk, id, officer, { note: { text: text('तीन'), decision: null }, confirmNote: true });
    const { items } = await office().get(ListNotes).execute(clerk, id, PAGE);
    expect(items.map(({ number, firstParagraph }) => [number, firstParagraph])).toEqual([
      [1, 1],
      [2, null],
      [3, 3],
    ]);
  });

  it('refuses to send an unconfirmed yellow note, and nothing has changed', async () => {
    const { id } = await create();
    await office()
      .get(AddNote)
      .execute(clerk, id, { text: text('अधूरा'), decision: null });
    const before = await office().counts();
    await expect(forward(clerk, id, officer, WITHOUT_WORDS)).rejects.toMatchObject({ code: 'note-unconfirmed' });
    expect(await office().counts()).toEqual(before);
    expect((await view(clerk, id)).pendingNote).toMatchObject({ colour: 'yellow', provisionalNumber: 1 });
  });

  it('shows the note in writing to its desk alone', async () => {
    const { id } = await create();
    await forward(clerk, id, officer);
    await office()
      .get(AddNote)
      .execute(officer, id, { text: text('गोपनीय विचार'), decision: null });
    expect((await view(officer, id)).pendingNote).not.toBeNull();
    expect((await view(clerk, id)).pendingNote).toBeNull();
  });

  it('keeps a stale edit of a note from overwriting the newer one', async () => {
    const { id } = await create();
    await office()
      .get(AddNote)
      .execute(clerk, id, { text: text('१'), decision: null });
    const change = office().get(ChangeNote);
    await change.execute(clerk, id, { text: text('२'), decision: null }, 1);
    await expect(change.execute(clerk, id, { text: text('३'), decision: null }, 1)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('refuses a reference to a page, note or paragraph that the file does not have', async () => {
    const { id } = await create();
    const note = {
      decision: null,
      text: {
        version: 1 as const,
        paragraphs: [
          {
            children: [{ type: 'reference' as const, to: { kind: 'correspondence' as const, page: 1 }, label: 'C/1' }],
          },
        ],
      },
    };
    await expect(forward(clerk, id, officer, { note, confirmNote: true })).rejects.toMatchObject({
      code: 'reference-to-nowhere',
      params: { label: 'C/1' },
    });
  });

  it('lets the sender pull back until the other desk has opened, and no longer', async () => {
    const pullBack = office().get(PullBackFile);
    const { id } = await create();
    await forward(clerk, id, officer);
    await pullBack.execute(clerk, id, {});
    expect(await view(clerk, id)).toMatchObject({ holder: { marking: 'DH(EST)-1' }, unread: false, from: null });
    await forward(clerk, id, officer);
    await office().get(OpenFile).execute(officer, id);
    await expect(pullBack.execute(clerk, id, {})).rejects.toMatchObject({
      code: 'already-opened',
      params: { post: 'SO(EST)' },
    });
  });

  it('remembers after a pull back who had sent the file before, so that it can still be returned', async () => {
    const { id } = await create();
    await forward(clerk, id, officer);
    await forward(officer, id, stranger);
    await office().get(PullBackFile).execute(officer, id, {});
    await office().get(ReturnFile).execute(officer, id, { reason: 'पुनः परीक्षण करें', confirmNote: false });
    expect(await view(clerk, id)).toMatchObject({ holder: { marking: 'DH(EST)-1' }, sentRemarks: 'पुनः परीक्षण करें' });
  });

  it('has nobody to return a reopened file to, also after it was sent on and pulled back', async () => {
    const { id } = await create();
    await forward(clerk, id, officer);
    await office().get(CloseFile).execute(officer, id, { reason: 'निस्तारित', confirmNote: false });
    await office().get(ReopenFile).execute(officer, id, { reason: 'नया पत्र प्राप्त' });
    await forward(officer, id, stranger);
    await office().get(PullBackFile).execute(officer, id, {});
    expect(await view(officer, id)).toMatchObject({ from: null, sentRemarks: null });
  });

  it('has nobody to return a file to that nobody sent', async () => {
    const { id } = await create(officer);
    await expect(
      office().get(ReturnFile).execute(officer, id, { reason: 'x', confirmNote: false }),
    ).rejects.toMatchObject({ code: 'no-sender' });
  });

  it('closes for an officer with a reason and reopens to the post that closed', async () => {
    const { id } = await create();
    const close = office().get(CloseFile);
    await expect(close.execute(clerk, id, { reason: 'निस्तारित', confirmNote: false })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await forward(clerk, id, officer);
    await close.execute(officer, id, { reason: 'निस्तारित', confirmNote: false });
    expect(await view(officer, id)).toMatchObject({
      state: 'closed',
      holder: null,
      allowedMoves: ['follow', 'reopen'],
    });
    await expect(forward(officer, id, clerk)).rejects.toMatchObject({ code: 'not-allowed' });
    await office().get(ReopenFile).execute(officer, id, { reason: 'नया पत्र प्राप्त' });
    expect(await view(officer, id)).toMatchObject({ state: 'on_desk', holder: { marking: 'SO(EST)' } });
  });

  it('does not say that a file exists to someone who may not read it', async () => {
    const { id } = await create();
    const before = await office().counts();
    await expect(view(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(forward(stranger, id, clerk)).rejects.toMatchObject({ code: 'not-found' });
    await expect(office().get(ListNotes).execute(stranger, id, PAGE)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await office().counts()).toEqual(before);
  });

  it('tells who looks at an old version that the file has moved, who moved it and when', async () => {
    const { id, version } = await create();
    await forward(clerk, id, officer);
    await expect(
      office()
        .get(ForwardFile)
        .execute(clerk, id, { toPostId: officer.postId, action: 'put_up', confirmNote: false }, version),
    ).rejects.toMatchObject({ code: 'file-moved', params: { by: 'DH(EST)-1', to: 'SO(EST)' } });
  });

  it('refuses to send to oneself, to an unknown post and to an auditor', async () => {
    const auditor = await office().actor({ roles: ['auditor'] });
    const { id } = await create();
    await expect(forward(clerk, id, clerk)).rejects.toMatchObject({ code: 'to-oneself' });
    await expect(forward(clerk, id, { ...clerk, postId: office().id })).rejects.toMatchObject({ code: 'unknown-post' });
    await expect(forward(clerk, id, auditor)).rejects.toMatchObject({ code: 'post-takes-no-files' });
  });

  it('asks for nothing by a day that has passed, and says so at the field; the database says the same', async () => {
    const { id } = await create();
    const before = await written(id);
    await expect(forward(clerk, id, officer, { ...WORDS, dueOn: yesterday })).rejects.toMatchObject({
      code: 'due-date-past',
      errors: [{ pointer: '#/dueOn' }],
    });
    expect(await written(id)).toEqual(before);
    await forward(clerk, id, officer, { ...WORDS, dueOn: today });
    expect(await view(officer, id)).toMatchObject({ dueOn: today });
    const late = `INSERT INTO movement SELECT (jsonb_populate_record(m, jsonb_build_object(
      'id', gen_random_uuid(), 'sequence', m.sequence + 1, 'due_on', $2::text))).* FROM movement m WHERE file_id = $1 AND sequence = 2`;
    await expect(office().rows(late, [id, yesterday])).rejects.toMatchObject({ constraint: 'due_day_lies_ahead' });
  });

  it('lets one of twenty simultaneous forwards through: one movement, one event, one holder', async () => {
    const { id } = await create();
    const before = await written(id);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => forward(clerk, id, officer)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await written(id)).toEqual({
      movements: (before?.movements ?? 0) + 1,
      events: (before?.events ?? 0) + 1,
      notes: 1,
    });
  });

  it('lets exactly one win of opening and pulling back at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await create();
      await forward(clerk, id, officer);
      const [opened, pulled] = await Promise.allSettled([
        office().get(OpenFile).execute(officer, id),
        office().get(PullBackFile).execute(clerk, id, {}),
      ]);
      expect([opened.status, pulled.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { holder } = await view(officer, id);
      expect(holder?.marking).toBe(opened.status === 'fulfilled' ? 'SO(EST)' : 'DH(EST)-1');
    }
  });

  it('numbers twenty simultaneous creations in one series without a gap', async () => {
    const created = await Promise.all(Array.from({ length: 20 }, () => create()));
    const serials = created.map(({ number }) => Number(number.split('/')[1])).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 20 }, (_, i) => (serials[0] ?? 0) + i));
    expect(new Set(created.map(({ computerNumber }) => computerNumber)).size).toBe(20);
  });

  it('does within one idempotency key one thing, once, and gives the same answer again', async () => {
    const { id } = await create();
    const sender: Actor = { ...clerk, idempotency: { key: 'k1', requestHash: 'a'.repeat(64) } };
    const answers = await Promise.all([forward(sender, id, officer), forward(sender, id, officer)]);
    expect(answers[0]).toEqual(answers[1]);
    expect((await written(id))?.movements).toBe(2);
    const other: Actor = { ...clerk, idempotency: { key: 'k1', requestHash: 'b'.repeat(64) } };
    await expect(forward(other, id, officer)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});
