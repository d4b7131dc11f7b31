import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, FileRow, type InboxQuery } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt, OpenReceipt } from '@patravali/dak';
import { DraftBox, FileBoxes, ReceiptBox } from '@patravali/desk';
import { CloseFile } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile } from '@patravali/movement';
import { everyPage } from '../../../../test/support/office/every-page';
import { useOffice } from '../../../../test/support/office/office';
import { writeDraft, writeIssue } from '../../../../test/support/papers/written-letters';
import { WORDS } from '../../../../test/support/office/words';
import { DeskCountsQuery } from './desk-counts';

const PAGE = 2;
const office = useOffice({ holds: 'section' });

describe('the desk of a section officer', () => {
  let so: Actor;
  let aso: Actor;
  let us: Actor;
  /** Files by the name that a test gives them, and back. */
  const files = new Map<string, string>();
  const named = (rows: readonly FileRow[]) =>
    rows.map(({ id }) => [...files].find(([, fileId]) => fileId === id)?.[0] ?? 'unknown').join(' ');
  const file = (name: string) => files.get(name) ?? '';
  const send = (by: Actor, name: string, to: Actor, action: 'put_up' | 'for_orders' = 'put_up') =>
    office()
      .get(ForwardFile)
      .execute(by, file(name), { toPostId: to.postId, action, ...WORDS });
  const due = (name: string, inDays: number) =>
    office().rows('UPDATE file_custody SET due_on = india_today() + $2::int WHERE file_id = $1', [file(name), inDays]);
  const inbox = async (query: Partial<InboxQuery> = {}) =>
    named(
      await everyPage(PAGE, (page) =>
        office()
          .get(FileBoxes)
          .inbox(so, { order: 'newest', ...query, ...page }),
      ),
    );

  const receipts: string[] = [];
  const drafts: string[] = [];

  /** On the desk: `late`, `today`, `sixDays`, `week`, `undated`. Gone from it: `sent`, `resent`, `closed`, `back`. */
  beforeAll(async () => {
    [so, aso, us] = [office().at('SO'), office().at('ASO'), office().at('US')];
    for (const name of ['late', 'today', 'sixDays', 'week', 'undated', 'sent', 'resent']) {
      files.set(name, (await office().newFile(aso)).fileId);
      await send(aso, name, so, name === 'late' ? 'for_orders' : 'put_up');
    }
    for (const name of ['own', 'closed', 'closedLater']) files.set(name, (await office().newFile(so)).fileId);
    files.set('others', (await office().newFile(office().at('OTHER'))).fileId);
    for (const [name, days] of [
      ['late', -1],
      ['today', 0],
      ['sixDays', 6],
      ['week', 7],
    ] as const)
      await due(name, days);
    for (const name of ['sixDays', 'week']) await office().get(OpenFile).execute(so, file(name));

    await send(office().at('OTHER'), 'others', us);
    await office().get(PullBackFile).execute(office().at('OTHER'), file('others'), {});
    await send(so, 'resent', us);
    await send(so, 'sent', us);
    await send(us, 'resent', so);
    await send(so, 'resent', us);
    await send(so, 'own', us);
    await send(us, 'own', so);
    for (const name of ['closed', 'closedLater']) {
      await office().get(CloseFile).execute(so, file(name), { reason: 'कार्य पूर्ण', confirmNote: false });
    }

    for (const [index, at] of ['opened', 'unread', 'inFile', 'elsewhere'].entries()) {
      receipts.push(await diarise(`पत्र ${index}`));
      const to = at === 'elsewhere' ? us : so;
      await office()
        .get(ForwardReceipt)
        .execute(aso, receipts[index] ?? '', { toPostId: to.postId, action: 'put_up' });
    }
    await office()
      .get(OpenReceipt)
      .execute(so, receipts[0] ?? '');
    await office()
      .get(PutReceiptInFile)
      .execute(so, receipts[2] ?? '', { fileId: file('week'), flag: null });

    for (const state of ['draft', 'approved', 'cancelled', 'draft'] as const) {
      drafts.push((await writeDraft(office(), so, file('late'), state)).id);
    }
    await writeDraft(office(), so, file('sent'));
    const issue = { by: so, signatory: us };
    await writeIssue(office(), { ...issue, fileId: file('late'), served: 0 });
    await writeIssue(office(), { ...issue, fileId: file('sent'), served: 2 });
    await writeIssue(office(), { ...issue, fileId: file('resent'), served: 3 });
  }, 120_000);

  const diarise = async (subject: string) => {
    const letter = { subject, senderName: 'निरीक्षक', receivedOn: '2020-01-20', deliveryMode: 'post', language: 'hi' };
    const documentId = await office().newDocument(aso);
    const { id } = await office()
      .get(CreateReceipt)
      .execute(aso, CreateReceiptRequest.parse({ ...letter, documentId }));
    return id;
  };

  it('shows the files that lie on it in each order; those without a day are left out by due day', async () => {
    expect(await inbox()).toBe('own undated week sixDays today late');
    expect(await inbox({ order: 'oldest' })).toBe('late today sixDays week undated own');
    expect(await inbox({ order: 'due' })).toBe('late today sixDays week');
    const { items, next } = await office().get(FileBoxes).inbox(so, { order: 'due', limit: 9 });
    expect([named(items), next]).toEqual(['late today sixDays week', null]);
  });

  it('shows what is unread or has been opened, what is late, what is due within seven days and what is asked', async () => {
    expect(await inbox({ unread: true })).toBe('own undated today late');
    expect(await inbox({ unread: false })).toBe('week sixDays');
    expect(await inbox({ late: true })).toBe('late');
    expect(await inbox({ late: false, dueThisWeek: false })).toBe('own undated week sixDays today late');
    expect(await inbox({ dueThisWeek: true })).toBe('sixDays today');
    expect(await inbox({ action: 'for_orders' })).toBe('late');
    expect(await inbox({ unread: false, dueThisWeek: true, action: 'put_up' })).toBe('sixDays');
  });

  it('says of each file where it came from, what is asked and until when', async () => {
    const { items } = await office().get(FileBoxes).inbox(so, { order: 'oldest', limit: 1 });
    const [{ day, today } = { day: '', today: '' }] = await office().rows<{ day: string; today: string }>(
      'SELECT (india_today() - 1)::text AS day, india_today()::text AS today',
    );
    expect(items.map((item) => FileRow.parse(item))).toEqual([
      {
        id: file('late'),
        number: items[0]?.number,
        computerNumber: 1,
        subject: 'विद्यालय भवन की मरम्मत',
        state: 'on_desk',
        grading: 'normal',
        urgency: 'ordinary',
        action: 'for_orders',
        dueOn: day,
        unread: true,
        recall: null,
        pulledUp: false,
        clockFrom: today,
        clockStoppedFor: null,
        clockStoppedOn: null,
        parkedUntil: null,
        parkedFor: null,
        reviewOn: null,
        backFromParking: null,
        reminders: 0,
        opinionsAwaited: 0,
        opinionDueOn: null,
        decision: null,
        recommendedTo: null,
        jumped: false,
        returned: false,
        forCorrection: false,
        attachedFiles: 0,
        since: items[0]?.since,
        version: items[0]?.version,
        holder: so.postId,
        from: aso.postId,
      },
    ]);
    expect(items[0]?.number).toMatch(/^A-11011\/1\/\d{4}-EST$/);
  });

  it('shows what it has sent, each file once where it was sent last, until the file is back or was pulled back', async () => {
    const sent = (actor: Actor) => everyPage(1, (page) => office().get(FileBoxes).sent(actor, page));
    expect(named(await sent(so))).toBe('resent sent');
    expect(named(await sent(us))).toBe('own');
    expect(await sent(office().at('OTHER'))).toEqual([]);
  });

  it('shows what it has closed, the latest first', async () => {
    const closed = (actor: Actor) => everyPage(1, (page) => office().get(FileBoxes).closed(actor, page));
    expect(named(await closed(so))).toBe('closedLater closed');
    expect(await closed(us)).toEqual([]);
  });

  it('shows what was created from it, wherever it is, the latest first', async () => {
    const created = (actor: Actor) => everyPage(PAGE, (page) => office().get(FileBoxes).created(actor, page));
    expect(named(await created(so))).toBe('closedLater closed own');
    expect(named(await created(office().at('OTHER')))).toBe('others');
    expect(await created(us)).toEqual([]);
    await expect(office().get(FileBoxes).created(so, { limit: 1, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('shows the receipts that lie on it and in no file, the latest first', async () => {
    const rows = await everyPage(1, (page) => office().get(ReceiptBox).execute(so, page));
    expect(rows.map(({ id, unread }) => [id, unread])).toEqual([
      [receipts[1], true],
      [receipts[0], false],
    ]);
    expect(rows[0]).toMatchObject({ from: aso.postId, holder: so.postId, file: null });
  });

  it('shows the drafts in the making on its files, the latest change first', async () => {
    const rows = await everyPage(1, (page) => office().get(DraftBox).execute(so, page));
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      [drafts[3], 'draft'],
      [drafts[1], 'approved'],
      [drafts[0], 'draft'],
    ]);
    expect(rows[0]).toMatchObject({
      form: 'letter',
      addressee: 'क',
      draftVersion: 1,
      issueId: null,
      version: 1,
      file: { id: file('late'), number: expect.stringMatching(/^A-11011\/1\//) as string },
      changedBy: { post: so.postId, capacity: 'regular' },
    });
    expect(await everyPage(1, (page) => office().get(DraftBox).execute(aso, page))).toEqual([]);
  });

  /** Nothing here is set aside or followed. */
  const ASIDE = {
    questions: 0,
    toSign: 0,
    parked: 0,
    backFromParking: 0,
    callBook: 0,
    reviewsOverdue: 0,
    followUp: 0,
    followUpNews: 0,
  };

  it('counts in each box what its list shows', async () => {
    const counts = (actor: Actor) => office().get(DeskCountsQuery).execute(actor);
    expect(await counts(so)).toEqual({
      ...ASIDE,
      inbox: 6,
      unread: 4,
      late: 1,
      dueThisWeek: 2,
      receipts: 2,
      unreadReceipts: 1,
      unseenCopies: 0,
      drafts: 3,
      toDispatch: 2,
      stuck: 0,
      discussions: 0,
      questions: 0,
      backFromParking: 0,
      parked: 0,
      followUp: 0,
      followUpNews: 0,
      callBook: 0,
      reviewsOverdue: 0,
    });
    expect(await counts(us)).toMatchObject({ inbox: 2, unread: 2, receipts: 1, drafts: 1, toDispatch: 2 });
    expect(await counts(office().at('AUDIT'))).toMatchObject({ inbox: 0, receipts: 0, drafts: 0, toDispatch: 0 });
    expect(await counts(office().at('DISPATCH'))).toMatchObject({ inbox: 0, toDispatch: 2 });
  });
});
