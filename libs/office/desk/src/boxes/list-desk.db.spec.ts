import type { Actor } from '@patravali/authorization';
import {
  ConsultPosts as ConsultRequest,
  DESK_KINDS,
  DeskItem,
  type DeskKind,
  type DeskQuery,
  ForwardFile as Forward,
  NoteContent,
} from '@patravali/contract';
import { ConsultPosts } from '@patravali/consultations';
import { DiscussionBox, FileBoxes, PinFile, ReceiptBox, ToSignBox } from '@patravali/desk';
import { ForwardFile, ParkFile } from '@patravali/movement';
import { AddNote, AnswerDiscussion } from '@patravali/notes';
import { z } from 'zod';
import { withReceipts } from '../../../../../test/support/acts/sent-receipts';
import { keptSince } from '../../../../../test/support/office/kept-long';
import { everyPage } from '../../../../../test/support/office/every-page';
import { WORDS } from '../../../../../test/support/office/words';
import { useLettersToSign } from '../../../../../test/support/signing/letters-to-sign';
import { ListDesk } from './list-desk';

const { office, at, numbered, sign } = useLettersToSign();
const receipts = withReceipts(office);
const TEXT = { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'विचारार्थ।' }] }] };

const desk = (by: Actor, query: Partial<DeskQuery> = {}, limit = 50) =>
  office().named(
    z.array(DeskItem),
    everyPage(limit, (page) =>
      office()
        .get(ListDesk)
        .execute(by, { order: 'late', ...query, ...page }),
    ),
    by,
  );
const listed = async (by: Actor, query: Partial<DeskQuery> = {}, limit = 50) =>
  (await desk(by, query, limit)).map(({ kind, id }) => `${kind} ${id}`);
const send = (by: Actor, fileId: string, to: Actor, more: object = WORDS) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, Forward.parse({ toPostId: to.postId, ...more }));

/** A file that lies with the section officer, noted by the deputy secretary. */
async function discussed(): Promise<string> {
  const { fileId } = await office().newFile(at('DS'));
  const note = NoteContent.parse({ text: TEXT, kind: 'discussion', discussedWith: [at('US').postId] });
  await send(at('DS'), fileId, at('SO'), { note, confirmNote: true });
  const { items } = await office().get(DiscussionBox).execute(at('US'), { limit: 1, open: true });
  return items[0]?.id ?? '';
}

async function consulted(): Promise<string> {
  const { fileId } = await office().newFile(at('SO'));
  await office()
    .get(AddNote)
    .execute(at('SO'), fileId, NoteContent.parse({ text: TEXT }));
  const [day] = await office().rows<{ day: string }>(`SELECT next_working_day($1, india_today() + 3)::text AS day`, [
    office().id,
  ]);
  const request = ConsultRequest.parse({
    question: 'क्या बजट उपलब्ध है?',
    posts: [{ postId: at('US').postId, dueOn: day?.day }],
  });
  const { consultedIds } = await office().get(ConsultPosts).execute(at('SO'), fileId, request, { language: 'hi' });
  return consultedIds[0] ?? '';
}

describe('what waits for a post', () => {
  let file: string;
  const things: Partial<Record<DeskKind, string>> = {};
  beforeAll(async () => {
    const us = at('US');
    ({ fileId: file } = await office().newFile(at('SO')));
    await send(at('SO'), file, us);
    const [receipt, copy] = [await receipts.diarise(at('SO')), await receipts.diarise(at('SO'))];
    await receipts.forward(at('SO'), receipt, us);
    await receipts.forward(at('SO'), copy, at('OTHER'), [us]);
    const { issueId, fileId } = await numbered();
    await send(us, fileId, at('SO'));
    Object.assign(things, {
      file,
      receipt,
      copy,
      letter: issueId,
      question: await consulted(),
      discussion: await discussed(),
    });
  }, 60_000);
  const of = (...kinds: DeskKind[]) => kinds.map((kind) => `${kind} ${things[kind] ?? ''}`);

  it('is one list of all kinds, each told as its own list tells it', async () => {
    const us = at('US');
    expect((await listed(us)).sort()).toEqual(of(...DESK_KINDS).sort());
    const boxes = {
      file: office().get(FileBoxes).inbox(us, { limit: 5, order: 'late' }),
      receipt: office().get(ReceiptBox).execute(us, { limit: 5 }),
      copy: office().get(ReceiptBox).copies(us, { limit: 5 }),
      letter: office().get(ToSignBox).execute(us, { limit: 5 }),
      discussion: office().get(DiscussionBox).execute(us, { limit: 5, open: true }),
    };
    for (const [kind, box] of Object.entries(boxes)) {
      const { items } = await office()
        .get(ListDesk)
        .execute(us, { limit: 50, order: 'late', kind: kind as DeskKind });
      expect([kind, items.map((item) => item[kind as keyof typeof boxes])]).toEqual([kind, (await box).items]);
    }
    expect(await desk(us, { kind: 'question' })).toMatchObject([{ question: { id: things.question } }]);
  });

  it.each(['late', 'newest', 'oldest', 'urgency'] as const)(
    'is the same however many rows a page has: %s',
    async (order) => {
      const all = await listed(at('US'), { order });
      for (const limit of [1, 2, 4]) expect(await listed(at('US'), { order }, limit)).toEqual(all);
    },
  );

  it('begins with what is pinned, then with what is overdue or was kept too long, then with what is due first', async () => {
    const us = at('US');
    const make = async () => (await office().newFile(us)).fileId;
    const [pinned, overdue, kept, soon] = [await make(), await make(), await make(), await make()];
    await office().get(PinFile).execute(us, pinned);
    await office().rows(`UPDATE file_custody SET due_on = india_today() - 2 WHERE file_id = $1`, [overdue]);
    await office().rows(`UPDATE file_custody SET due_on = india_today() + 1 WHERE file_id = $1`, [soon]);
    await keptSince(office(), kept, 60);
    const first = await listed(us);
    expect(first.slice(0, 4)).toEqual([pinned, overdue, kept, soon].map((id) => `file ${id}`));
    expect((await listed(us, { late: true })).sort()).toEqual([overdue, kept].map((id) => `file ${id}`).sort());
    await office().get(ParkFile).execute(us, kept, { until: null, event: 'reply_received' });
    expect(await listed(us, { late: true })).toEqual([`file ${overdue}`]);
  });

  it('leaves the desk when it is seen, signed, answered or sent on', async () => {
    const us = at('US');
    await receipts.see(us, things.copy ?? '');
    await sign(us, things.letter ?? '');
    await office()
      .get(AnswerDiscussion)
      .execute(us, things.discussion ?? '', { answer: 'confirmed', remarks: null });
    await send(us, file, at('DS'));
    await receipts.forward(us, things.receipt ?? '', at('SO'));
    expect((await listed(us)).filter((each) => Object.values(things).some((id) => each.endsWith(id)))).toEqual(
      of('question'),
    );
    expect(await listed(at('DS'))).toEqual(expect.arrayContaining([...of('file', 'letter')]));
  });

  it('shows an assistant what he may read, and what is asked of his officer not at all', async () => {
    const ds = at('DS');
    const normal = await office().newFile(ds);
    const graded = await office().newFile(ds, { grading: 'confidential' });
    const shown = await listed(await office().assistantOf(ds));
    expect(shown).toContain(`file ${normal.fileId}`);
    expect(shown).not.toContain(`file ${graded.fileId}`);
    expect(shown.filter((each) => !each.startsWith('file') && !each.startsWith('receipt'))).toEqual([]);
  });
});
