import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@patravali/authorization';
import { DraftContent, DraftView, PageQuery, RegisterQuery } from '@patravali/contract';
import { ListCorrespondence } from '@patravali/correspondence';
import { DraftBox } from '@patravali/desk';
import { DownloadDispatchRegister, IssueViewQuery, ListIssues } from '@patravali/dispatch';
import { ApproveDraft, CancelDraft, ChangeDraft, CreateDraft, DraftViewQuery, IssueDraft } from '@patravali/drafts';
import { CloseFile } from '@patravali/files';
import { FINISH_ISSUE, FinishIssue } from '@patravali/letters';
import { ForwardFile } from '@patravali/movement';
import { OBJECT_STORE, type ObjectStore, StorageFull, StoreUnavailable } from '@patravali/storage';
import { TYPESETTER, type Typesetter, TypesettingFailed } from '@patravali/typesetting';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const PAGE = PageQuery.parse({});
const office = useOffice({ holds: 'section' });
const store = () => office().get<ObjectStore>(OBJECT_STORE);
const typesetter = () => office().get<Typesetter>(TYPESETTER);
afterEach(() => jest.restoreAllMocks());

const content = (signatory: Actor) =>
  DraftContent.parse({
    form: 'letter',
    language: 'hi',
    subject: 'अनुदान की स्वीकृति',
    signatoryPostId: signatory.postId,
    addressees: [{ name: 'जिला विद्यालय निरीक्षक' }],
    copyTo: [{ name: 'कोषाधिकारी' }],
    body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }] },
  });

/** A draft on the desk of the section officer, approved there. */
async function approved() {
  const so = office().at('SO');
  const { fileId } = await office().newFile(so);
  const { id } = await office()
    .get(CreateDraft)
    .execute(so, fileId, { content: content(so), replyToReceiptId: null });
  await office().get(ApproveDraft).execute(so, id, { draftVersion: 1, namedPostId: null });
  return { so, fileId, id };
}
const issue = (by: Actor, id: string) => office().get(IssueDraft).execute(by, id);
const view = (by: Actor, id: string) => office().named(DraftView, office().get(DraftViewQuery).execute(by, id));
const cancel = (by: Actor, id: string) => office().get(CancelDraft).execute(by, id, { reason: 'अब आवश्यक नहीं' });
const keyed = (by: Actor, key: string): Actor => ({ ...by, idempotency: { key, requestHash: 'a' } });

const FAILING = {
  store: () => jest.spyOn(store(), 'put').mockRejectedValueOnce(new StoreUnavailable('silent')),
  'full disk': () => jest.spyOn(store(), 'put').mockRejectedValueOnce(new StorageFull('no room')),
  typesetter: () => jest.spyOn(typesetter(), 'typesetSigned').mockRejectedValueOnce(new TypesettingFailed('died')),
};

/** A letter whose number is drawn and which could not be made. */
async function numbered() {
  const letter = await approved();
  FAILING.store();
  await expect(issue(letter.so, letter.id)).rejects.toMatchObject({ code: 'letter-unfinished' });
  const { issueNumber } = await view(letter.so, letter.id);
  const [entry] = await office().rows<{ id: string }>('SELECT id FROM issue WHERE draft_id = $1', [letter.id]);
  return { ...letter, number: issueNumber ?? '', issueId: entry?.id ?? '' };
}
const serialOf = (number: string) => Number(number.split('/')[0]);
const eventsOf = (fileId: string) =>
  office().rows<{ name: string; post_id: string }>(
    `SELECT name, post_id FROM event WHERE subject_id = $1 AND name ~ '^draft[.](numbered|issued|cancelled)' ORDER BY sequence`,
    [fileId],
  );
const namesOf = async (fileId: string) => (await eventsOf(fileId)).map(({ name }) => name);
const registerOf = async (by: Actor) =>
  (
    await office()
      .get(ListIssues)
      .execute(by, { ...RegisterQuery.parse({}), limit: 200 })
  ).items;

describe('a letter whose number is drawn', () => {
  it('holds up nobody while the store is silent: no connection, no counter, no file', async () => {
    const { so, id, fileId } = await approved();
    const [other, elsewhere] = [await approved(), office().at('US')];
    let answer: (error: Error) => void = () => undefined;
    const silent = new Promise<never>((_, reject) => (answer = reject));
    const put = jest.spyOn(store(), 'put').mockReturnValueOnce(silent);
    const issuing = issue(so, id).catch((error: unknown) => error);
    while (put.mock.calls.length === 0) await sleep(10);

    expect(
      await office().rows(
        `SELECT state, query FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL
           AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      ),
    ).toEqual([]);
    const { issueNumber, state, allowedMoves } = await view(so, id);
    expect([state, allowedMoves]).toEqual(['numbered', ['cancel', 'issue']]);
    const next = await issue(other.so, other.id);
    expect(serialOf(next.number)).toBe(serialOf(issueNumber ?? '') + 1);
    await office()
      .get(ForwardFile)
      .execute(so, fileId, { toPostId: elsewhere.postId, action: 'put_up', ...WORDS });
    answer(new StoreUnavailable('still silent'));
    expect(await issuing).toMatchObject({ code: 'letter-unfinished', retryAfter: 30, params: { number: issueNumber } });
    expect(await issue(so, id)).toMatchObject({ number: issueNumber });
  });

  it.each(['store', 'full disk', 'typesetter'] as const)(
    'is told its number when the %s fails, and issued under it by the same request',
    async (failing) => {
      const { so, id, fileId } = await approved();
      FAILING[failing]();
      const again = keyed(so, `${failing} fails`);
      const refusal = issue(again, id);
      await expect(refusal).rejects.toMatchObject({ code: 'letter-unfinished', retryAfter: 30 });
      const { issueNumber, issueId } = await view(so, id);
      expect(issueId).toBeNull();
      await expect(refusal).rejects.toMatchObject({ params: { number: issueNumber } });
      expect(await namesOf(fileId)).toEqual(['draft.numbered']);
      expect((await office().get(ListCorrespondence).execute(so, fileId, PAGE)).items).toEqual([]);

      const issued = await issue(again, id);
      expect(issued).toMatchObject({ number: issueNumber, serial: 1, firstPage: 1 });
      expect(await issue(again, id)).toEqual(issued);
      expect(await namesOf(fileId)).toEqual(['draft.numbered', 'draft.issued']);
      expect(await view(so, id)).toMatchObject({ state: 'issued', issueId: issued.issueId, issueNumber });
    },
  );

  it('is finished by hand with another key, and repeated under that one too', async () => {
    const { so, id, number } = await numbered();
    const byHand = keyed(so, `by hand ${id}`);
    const issued = await issue(byHand, id);
    expect(issued.number).toBe(number);
    expect(await issue(byHand, id)).toEqual(issued);
    await expect(issue(so, id)).rejects.toMatchObject({ code: 'illegal-draft-move', params: { state: 'issued' } });
  });

  it('is issued once, however many try at the same time, and all are told the same', async () => {
    const { so, id, fileId } = await approved();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => issue(so, id)));
    const answers = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    // Who came when all was done.
    for (const each of refused) expect(each).toMatchObject({ code: 'illegal-draft-move', params: { state: 'issued' } });
    expect(await office().rows('SELECT id FROM issue WHERE draft_id = $1', [id])).toHaveLength(1);
    expect(await namesOf(fileId)).toEqual(['draft.numbered', 'draft.issued']);

    const half = await numbered();
    const finishers = Array.from({ length: 4 }, () => office().get(FinishIssue).execute(half.so, half.issueId));
    const same = await Promise.all(finishers);
    expect(new Set(same.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await namesOf(half.fileId)).toEqual(['draft.numbered', 'draft.issued']);
  });

  it('is finished every hour where its job was given up, also when another cannot be', async () => {
    const [broken, whole] = [await numbered(), await numbered()];
    await office().get(FinishIssue).executeAbandoned();
    expect([await namesOf(broken.fileId), await namesOf(whole.fileId)]).toEqual([
      ['draft.numbered'],
      ['draft.numbered'],
    ]);
    const client = await office().owner.connect();
    await client.query('ALTER TABLE issue DISABLE TRIGGER issue_is_final');
    await client.query(`UPDATE issue SET issued_at = issued_at - INTERVAL '2 hours' WHERE state = 'numbered'`);
    await client.query('ALTER TABLE issue ENABLE TRIGGER issue_is_final');
    client.release();
    FAILING.store();
    await office().get(FinishIssue).executeAbandoned();
    expect(await namesOf(broken.fileId)).toEqual(['draft.numbered']);
    expect(await namesOf(whole.fileId)).toEqual(['draft.numbered', 'draft.issued']);
    await office().get(FinishIssue).executeAbandoned();
    expect(await namesOf(broken.fileId)).toEqual(['draft.numbered', 'draft.issued']);
  });

  it('keeps its text and stays on the desk, and its file is not closed over it', async () => {
    const { so, id, fileId, number } = await numbered();
    const refusal = { code: 'illegal-draft-move', params: { state: 'numbered', moves: ['cancel', 'issue'] } };
    const { version } = await view(so, id);
    await expect(
      office()
        .get(ChangeDraft)
        .execute(so, id, { content: content(so) }, version),
    ).rejects.toMatchObject(refusal);
    const approving = office().get(ApproveDraft).execute(so, id, { draftVersion: 1, namedPostId: null });
    await expect(approving).rejects.toMatchObject(refusal);
    await expect(
      office().get(CloseFile).execute(so, fileId, { reason: 'निस्तारित', confirmNote: false }),
    ).rejects.toMatchObject({
      code: 'drafts-open',
    });
    const { items } = await office().get(DraftBox).execute(so, PAGE);
    expect(items.find((draft) => draft.id === id)).toMatchObject({
      state: 'numbered',
      issueNumber: number,
      issueId: null,
    });
  });

  it('stands in the register while it is being made, and is no letter yet', async () => {
    const { so, id, number, issueId } = await numbered();
    const entry = { number, state: 'numbered', draftId: id, documentId: null, cancelled: null, recipients: 0 };
    expect((await registerOf(so)).find((each) => each.number === number)).toMatchObject(entry);
    expect((await registerOf(office().at('DISPATCH'))).map((each) => each.number)).toContain(number);
    await expect(office().get(IssueViewQuery).execute(so, issueId)).rejects.toMatchObject({ code: 'not-found' });
    expect((await registerOf(office().at('CLERK'))).map((each) => each.number)).not.toContain(number);
  });
});

describe('a number that is cancelled', () => {
  it('stays in the register with its reason, on screen and on paper, and is never given again', async () => {
    const { so, id, fileId, number, issueId } = await numbered();
    await expect(cancel(office().at('DS'), id)).rejects.toMatchObject({ code: 'not-allowed' });
    await cancel(so, id);
    expect(await view(so, id)).toMatchObject({ state: 'cancelled', issueNumber: number, allowedMoves: [] });
    expect(await namesOf(fileId)).toEqual(['draft.numbered', 'draft.cancelled']);
    expect((await registerOf(so)).find((each) => each.number === number)).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: 'अब आवश्यक नहीं', by: { post: so.postId } },
    });
    await expect(issue(so, id)).rejects.toMatchObject({ code: 'illegal-draft-move', params: { state: 'cancelled' } });
    const finishing = office().get(FinishIssue);
    await expect(finishing.execute(so, issueId)).rejects.toMatchObject({ code: 'illegal-draft-move' });
    await finishing.executeJob({ organisationId: office().id, issueId });
    await office().get(CloseFile).execute(so, fileId, { reason: 'निस्तारित', confirmNote: false });

    const rest = await approved();
    expect(serialOf((await issue(rest.so, rest.id)).number)).toBe(serialOf(number) + 1);
    for (const [language, word] of [
      ['hi', 'निरस्त, '],
      ['en', 'Cancelled, '],
    ] as const) {
      const set = jest.spyOn(typesetter(), 'register').mockResolvedValueOnce(new Uint8Array());
      await office().get(DownloadDispatchRegister).execute(so, {}, language);
      const line = set.mock.lastCall?.[0].rows.find(([first]) => first === number);
      expect(line?.slice(-2)).toEqual(['अब आवश्यक नहीं', expect.stringContaining(word) as string]);
    }
  });

  it('while the letter is being made, is no letter any more', async () => {
    const { so, id, fileId } = await approved();
    const put = store().put.bind(store());
    jest.spyOn(store(), 'put').mockImplementationOnce(async (object) => {
      await cancel(so, id);
      return await put(object);
    });
    await expect(issue(so, id)).rejects.toMatchObject({ code: 'illegal-draft-move', params: { state: 'cancelled' } });
    expect(await namesOf(fileId)).toEqual(['draft.numbered', 'draft.cancelled']);
    expect((await office().get(ListCorrespondence).execute(so, fileId, PAGE)).items).toEqual([]);
  });

  it('leaves the register without a gap: each number drawn is numbered, issued or cancelled', async () => {
    const [counted] = await office().rows<{ drawn: number; entries: number; states: number }>(
      `SELECT (SELECT sum(value)::int FROM counter WHERE scheme = 'issue') AS drawn,
         count(*)::int AS entries, count(DISTINCT state)::int AS states FROM issue`,
    );
    expect(counted).toEqual({ drawn: counted?.entries, entries: counted?.entries, states: 3 });
    const unlike = 'SELECT i.number FROM issue i JOIN draft d ON d.id = i.draft_id WHERE d.state <> i.state';
    expect(await office().rows(unlike)).toEqual([]);
  });
});

describe('no number is drawn', () => {
  it('for a letter that could not be printed, of what stands on it beside its text', async () => {
    const { so, id } = await approved();
    const [before] = await office().rows(`SELECT sum(value) FROM counter WHERE scheme = 'issue'`);
    // The name of whoever signs is no part of the approved look.
    const renamed = { ...so, name: { ...so.name, hi: 'मीना 😀' } };
    await expect(issue(renamed, id)).rejects.toMatchObject({
      code: 'characters-not-printable',
      params: { characters: 'U+1F600' },
    });
    expect(await office().rows(`SELECT sum(value) FROM counter WHERE scheme = 'issue'`)).toEqual([before]);
    expect(await view(so, id)).toMatchObject({ state: 'approved', issueNumber: null });
  });
});

describe('inside a transaction', () => {
  it.each([
    ['the object store', () => store().put({ bytes: Buffer.from('a') })],
    ['the typesetter', () => typesetter().typeset({ template: '', data: {} })],
  ])('%s refuses to be asked', async (what, ask) => {
    const asking = office().transactions.run(office().at('SO'), async () => {
      await ask();
      return {};
    });
    await expect(asking).rejects.toThrow(`${what} (`);
  });
});

// Last: from here on the jobs are done.
describe('a letter that was left numbered', () => {
  it('is finished by the job in the name of whoever numbered it, wherever its file is, which counts as no opening', async () => {
    const { so, id, fileId, issueId } = await numbered();
    const us = office().at('US');
    await office()
      .get(ForwardFile)
      .execute(so, fileId, { toPostId: us.postId, action: 'put_up', ...WORDS });
    await office().start({ jobsInProcess: true });
    await office().rows(`UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND data ->> 'issueId' = $2`, [
      FINISH_ISSUE.name,
      issueId,
    ]);
    while ((await view(so, id)).state === 'numbered') await sleep(100);
    expect(await eventsOf(fileId)).toEqual([
      { name: 'draft.numbered', post_id: so.postId },
      { name: 'draft.issued', post_id: so.postId },
    ]);
    expect((await office().get(ListCorrespondence).execute(us, fileId, PAGE)).items).toMatchObject([{ issueId }]);
    expect(await office().rows('SELECT opened_at FROM file_custody WHERE file_id = $1', [fileId])).toEqual([
      { opened_at: null },
    ]);
    await office().get(FinishIssue).executeJob({ organisationId: office().id, issueId });
    expect(await namesOf(fileId)).toHaveLength(2);
  }, 60_000);
});
