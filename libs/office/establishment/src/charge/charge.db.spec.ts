import type { Actor } from '@patravali/authorization';
import { DraftContent } from '@patravali/contract';
import { SaveDeskView } from '@patravali/desk';
import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { ForwardFile, ParkFile } from '@patravali/movement';
import { OBJECT_STORE, type ObjectStore, StoreUnavailable } from '@patravali/storage';
import { successorOf } from '../../../../../test/support/acts/absence-acts';
import { withReceipts } from '../../../../../test/support/acts/sent-receipts';
import { aLetter } from '../../../../../test/support/http/clerks';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { writeDraft, writeIssue } from '../../../../../test/support/papers/written-letters';
import { giveKey } from '../../../../../test/support/signing/signing-keys';
import { seenOf } from './charge-items';
import { HandOverCharge } from './hand-over-charge';
import { ListCameBetween } from './list-came-between';
import { TakeOverCharge } from './take-over-charge';

const office = useOffice({ holds: 'section' });
const ORDER = 'स्थानान्तरण आदेश संख्या 12/2027 दिनांक 3.2.2027';
let administrator: Actor;

const handOver = (by: Actor, postId = by.postId) =>
  office().get(HandOverCharge).execute(by, postId, { cause: 'transferred', orderReference: ORDER });
const came = (by: Actor, id: string) => office().get(ListCameBetween).execute(by, id);
const takeOver = (by: Actor, id: string, seen: string) => office().get(TakeOverCharge).execute(by, id, { seen });
const forward = (by: Actor, fileId: string, to: Actor) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, ...WORDS });

/** A letter of the officer whose number is drawn, and which could not be made. */
async function numbered(officer: Actor, fileId: string): Promise<string> {
  const content = DraftContent.parse(aLetter(officer.postId));
  const { id } = await office().get(CreateDraft).execute(officer, fileId, { content, replyToReceiptId: null });
  await office().get(ApproveDraft).execute(officer, id, { draftVersion: 1, namedPostId: null });
  jest.spyOn(office().get<ObjectStore>(OBJECT_STORE), 'put').mockRejectedValueOnce(new StoreUnavailable('silent'));
  await expect(office().get(IssueDraft).execute(officer, id)).rejects.toMatchObject({ code: 'letter-unfinished' });
  const [issue] = await office().rows<{ number: string }>('SELECT number FROM issue WHERE draft_id = $1', [id]);
  return issue?.number ?? '';
}

afterEach(() => jest.restoreAllMocks());
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
});

describe('the charge of a post', () => {
  it('is handed over with a list of what is pending there, and what hung on its holder ends', async () => {
    const officer = await office().actor();
    const assistant = await office().assistantOf(officer);
    const first = await office().newFile(officer);
    const secret = await office().newFile(officer, { grading: 'confidential' });
    const parked = await office().newFile(officer);
    await office().get(ParkFile).execute(officer, parked.fileId, { until: '2099-01-05', event: null });
    await office()
      .get(SaveDeskView)
      .execute(officer, { name: 'विलम्बित', filters: { late: true }, isFirst: false });
    const { id, counts } = await handOver(officer);
    expect(counts).toEqual({ file: 2, parked: 1, receipt: 0, draft: 0, letter: 0, number: 0, key: 0 });
    const [row] = await office().rows<{ items: object[] }>('SELECT items FROM charge_handover WHERE id = $1', [id]);
    expect(row?.items).toMatchObject([
      { kind: 'file', number: first.number, subject: 'विद्यालय भवन की मरम्मत' },
      { kind: 'file', number: secret.number, subject: null },
      { kind: 'parked', number: parked.number },
    ]);
    const left = await office().rows('SELECT kind FROM tenure WHERE post_id = $1 AND holds_now(tenure)', [
      officer.postId,
    ]);
    expect([left, assistant.postId]).toEqual([[], officer.postId]);
    expect(await office().rows('SELECT FROM desk_view WHERE post_id = $1', [officer.postId])).toEqual([]);
    const events = await office().rows('SELECT name, reason, data FROM event WHERE related_id = $1', [id]);
    const data = { posts: [officer.post.marking], endCause: 'transferred', pending: [counts] };
    expect(events).toMatchObject([{ name: 'user.charge_handed_over', reason: ORDER, data }]);
  });

  it('is handed over with what was received, written, numbered and not sent, and the keys in use', async () => {
    const officer = await office().actor({ roles: ['officer', 'dealing_hand'] });
    const aFile = async () => (await office().newFile(officer)).fileId;
    await withReceipts(office).diarise(officer);
    await writeDraft(office(), officer, await aFile(), 'draft', { signatory: officer });
    const unsent = await writeIssue(office(), { fileId: await aFile(), by: officer, signatory: officer, served: 2 });
    await writeIssue(office(), { fileId: await aFile(), by: officer, signatory: officer, served: 3 });
    const number = await numbered(officer, await aFile());
    await giveKey(office(), officer);
    const { id, counts } = await handOver(officer);
    expect(counts).toEqual({ file: 4, parked: 0, receipt: 1, draft: 1, letter: 1, number: 1, key: 1 });
    const [row] = await office().rows<{ items: { kind: string }[] }>(
      'SELECT items FROM charge_handover WHERE id = $1',
      [id],
    );
    expect(row?.items.filter(({ kind }) => kind !== 'file')).toMatchObject([
      { kind: 'receipt', subject: 'भवन की मरम्मत' },
      { kind: 'draft' },
      { kind: 'letter', number: unsent.number },
      { kind: 'number', number },
      { kind: 'key', number: expect.stringMatching(/^[0-9a-f]+$/i) as string },
    ]);
  });

  it('is handed over by its holder or an administrator, and once', async () => {
    const officer = await office().actor();
    const stranger = office().at('DS');
    await expect(handOver(stranger, officer.postId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(handOver(await office().assistantOf(officer))).rejects.toMatchObject({ code: 'not-allowed' });
    await handOver(administrator, officer.postId);
    await expect(handOver(administrator, officer.postId)).rejects.toMatchObject({ code: 'nothing-to-hand-over' });
    await expect(handOver(administrator)).rejects.toMatchObject({ code: 'last-administrator' });
  });

  it('is handed over whole or not at all', async () => {
    const officer = await office().actor();
    await office().newFile(officer);
    const before = await office().counts();
    await office().rows(`CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.name = 'user.charge_handed_over' THEN RAISE EXCEPTION 'the power is gone'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER fail_late BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION fail_late()`);
    await expect(handOver(officer)).rejects.toThrow('the power is gone');
    await office().rows('DROP FUNCTION fail_late() CASCADE');
    expect({ ...(await office().counts()), idempotency_key: before.idempotency_key }).toEqual(before);
    const held = 'SELECT holds_now(tenure) AS held FROM tenure WHERE user_id = $1';
    expect(await office().rows(held, [officer.userId])).toEqual([{ held: true }]);
    await handOver(officer);
    expect(await office().rows(held, [officer.userId])).toEqual([{ held: false }]);
  });

  it('is taken over by whoever holds the post then, who has seen what came between', async () => {
    const officer = await office().actor();
    const { id } = await handOver(officer);
    const so = office().at('SO');
    const { fileId, number } = await office().newFile(so);
    await forward(so, fileId, officer);
    const successor = await successorOf(office(), officer);
    const link = await office().linkOfficerOf(successor);
    await expect(came(so, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(takeOver(so, id, seenOf([]))).rejects.toMatchObject({ code: 'not-found' });
    await expect(takeOver(link, id, seenOf([]))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(takeOver(successor, id, seenOf([]))).rejects.toMatchObject({
      code: 'came-meanwhile',
      params: { count: 1 },
    });
    const { items, seen } = await came(successor, id);
    expect(items).toMatchObject([{ kind: 'file', number }]);
    await takeOver(successor, id, seen);
    await expect(takeOver(successor, id, seen)).rejects.toMatchObject({ code: 'charge-taken' });
    expect(await came(successor, id)).toEqual({ items, seen });
    const links = `SELECT holds_now(tenure) AS acts FROM tenure WHERE user_id = $1`;
    expect(await office().rows(links, [link.userId])).toEqual([{ acts: false }]);
  });
});
