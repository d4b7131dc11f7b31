import type { Actor } from '@patravali/authorization';
import { ForwardReceipt as ForwardReceiptRequest, PageQuery } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CorrectReceipt } from '@patravali/dak';
import { DeskCountsQuery, ReceiptBox } from '@patravali/desk';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { codeOf, withReceipts } from '../../../../../test/support/acts/sent-receipts';

const PAGE = PageQuery.parse({});
const RACES = 8;
const office = useOffice({ holds: 'section' });
const { diarise, forward, pullBack, see, view, eventsOf } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);

describe('a receipt that is marked to several posts', () => {
  const copiesOf = async (by: Actor) => (await office().get(ReceiptBox).copies(by, PAGE)).items;
  const copyOf = async (by: Actor, id: string) => (await copiesOf(by)).find((each) => each.id === id);
  const unseen = async (by: Actor) => (await office().get(DeskCountsQuery).execute(by)).unseenCopies;

  it('goes to one of them; each of the others reads it, and does nothing with it, in one act and one event', async () => {
    const id = await diarise(at('ASO'));
    const [before, events] = [await unseen(at('OTHER')), (await eventsOf(id)).length];
    expect(await codeOf(() => view(at('OTHER'), id))).toBe('not-found');
    await forward(at('ASO'), id, at('SO'), [at('OTHER'), at('DISPATCH')]);
    expect((await eventsOf(id)).slice(events)).toMatchObject([
      { name: 'receipt.forwarded', data: { copyToPostIds: [at('OTHER').postId, at('DISPATCH').postId] } },
    ]);
    for (const marking of ['OTHER', 'DISPATCH'] as const) {
      const seen = await view(at(marking), id);
      expect([marking, seen.allowedMoves, seen.copyToSee, seen.holder?.marking]).toEqual([marking, [], true, 'SO']);
      expect(await copyOf(at(marking), id)).toMatchObject({ copy: { from: at('ASO').postId, seenAt: null } });
    }
    expect(await unseen(at('OTHER'))).toBe(before + 1);
    expect((await view(at('SO'), id)).copies.map(({ post }) => post.marking).sort()).toEqual(['DISPATCH', 'OTHER']);
    // Whoever stands above such a post reads a normal letter too, as with every post that it passes.
    expect(await codeOf(() => forward(at('OTHER'), id, at('US')))).toBe('not-allowed');
    expect(
      await codeOf(() => office().get(PutReceiptInFile).execute(at('OTHER'), id, { fileId: id, flag: null })),
    ).toBe('not-found');
  });

  it('is seen by each post by itself, once for all, and a second time changes nothing', async () => {
    const id = await diarise(at('ASO'));
    await forward(at('ASO'), id, at('SO'), [at('OTHER'), at('CLERK')]);
    const { version } = await view(at('SO'), id);
    expect(await see(at('OTHER'), id)).toEqual({ id, version });
    const first = (await copyOf(at('OTHER'), id))?.copy.seenAt;
    expect(first).not.toBeNull();
    await see(at('OTHER'), id);
    expect((await copyOf(at('OTHER'), id))?.copy.seenAt).toBe(first);
    expect((await eventsOf(id)).slice(-2)).toMatchObject([
      { name: 'receipt.copy_seen', data: { first: true } },
      { name: 'receipt.copy_seen', data: { first: false } },
    ]);
    expect((await copyOf(at('CLERK'), id))?.copy.seenAt).toBeNull();
    expect([await view(at('OTHER'), id), await view(at('CLERK'), id)]).toMatchObject([
      { copyToSee: false },
      { copyToSee: true },
    ]);
  });

  it('is taken back with the copies that nobody has seen: whoever had only such a copy reads it no more', async () => {
    const id = await diarise(at('ASO'));
    await forward(at('ASO'), id, at('US'), [at('OTHER'), at('CLERK')]);
    await see(at('CLERK'), id);
    await pullBack(at('ASO'), id);
    // The superior of a post that has seen its copy still reads it, its own copy aside.
    expect(await copyOf(at('OTHER'), id)).toBeUndefined();
    expect(await copyOf(at('CLERK'), id)).toMatchObject({ copy: { from: at('ASO').postId } });
    expect(await codeOf(() => see(at('OTHER'), id))).toBe('no-copy');
    const alone = await diarise(at('ASO'));
    await forward(at('ASO'), alone, at('US'), [at('OTHER')]);
    await pullBack(at('ASO'), alone);
    expect(await codeOf(() => view(at('OTHER'), alone))).toBe('not-found');
    expect(await codeOf(() => see(at('OTHER'), alone))).toBe('not-found');
    // The other way round its superiors read on, who would read it for the post that it went to.
    await expect(view(at('DS'), alone)).resolves.toMatchObject({ id: alone });
  });

  it('or is seen: of a pull back and a look at the copy exactly one comes first', async () => {
    for (let race = 0; race < RACES; race++) {
      const id = await diarise(at('ASO'));
      await forward(at('ASO'), id, at('US'), [at('OTHER')]);
      const [back, seen] = await Promise.allSettled([pullBack(at('ASO'), id), see(at('OTHER'), id)]);
      expect(back.status).toBe('fulfilled');
      const [row] = await office().rows<{ seen: boolean; taken: boolean; reads: boolean }>(
        `SELECT k.seen_at IS NOT NULL AS seen, k.taken_back_at IS NOT NULL AS taken, k.post_id = ANY (r.reader_post_ids) AS reads
         FROM receipt_copy k JOIN receipt r ON r.id = k.receipt_id WHERE k.receipt_id = $1`,
        [id],
      );
      const first = seen.status === 'fulfilled';
      expect(row).toEqual({ seen: first, taken: !first, reads: first });
    }
  });

  it('gives a copy anew with a later forward, and not to whoever holds the letter by then', async () => {
    const id = await diarise(at('ASO'));
    await forward(at('ASO'), id, at('SO'), [at('OTHER')]);
    await see(at('OTHER'), id);
    await forward(at('SO'), id, at('US'), [at('OTHER')]);
    expect(await copyOf(at('OTHER'), id)).toMatchObject({ copy: { from: at('SO').postId, seenAt: null } });
    await forward(at('US'), id, at('OTHER'));
    expect(await copyOf(at('OTHER'), id)).toBeUndefined();
  });

  it('is again what it was, when it was given anew and that is pulled back: nobody loses what he read before', async () => {
    const id = await diarise(at('ASO'));
    await forward(at('ASO'), id, at('SO'), [at('OTHER'), at('CLERK')]);
    await see(at('OTHER'), id);
    const before = [await copyOf(at('OTHER'), id), await copyOf(at('CLERK'), id)].map((row) => row?.copy);
    await forward(at('SO'), id, at('US'), [at('OTHER'), at('CLERK'), at('DISPATCH')]);
    expect(await copyOf(at('OTHER'), id)).toMatchObject({ copy: { from: at('SO').postId, seenAt: null } });
    await pullBack(at('SO'), id);
    const after = [await copyOf(at('OTHER'), id), await copyOf(at('CLERK'), id)].map((row) => row?.copy);
    expect(after).toEqual(before);
    expect(after[0]?.seenAt).not.toBeNull();
    await expect(view(at('OTHER'), id)).resolves.toMatchObject({ copyToSee: false });
    await expect(view(at('CLERK'), id)).resolves.toMatchObject({ copyToSee: true });
    expect(await copyOf(at('DISPATCH'), id)).toBeUndefined();
    // Once more, and what was taken back before does not come back.
    await forward(at('SO'), id, at('US'), [at('DISPATCH')]);
    await pullBack(at('SO'), id);
    expect(await copyOf(at('DISPATCH'), id)).toBeUndefined();
  });

  it('above normal is read by those posts alone; graded so later, by whoever held it or has a copy', async () => {
    const secret = await diarise(at('SO'), { grading: 'confidential' });
    await forward(at('SO'), secret, at('US'), [at('CLERK')]);
    await expect(view(at('CLERK'), secret)).resolves.toMatchObject({ id: secret });
    expect(await codeOf(() => view(at('OTHER'), secret))).toBe('not-found');
    const id = await diarise(at('SO'));
    await forward(at('SO'), id, at('US'), [at('CLERK')]);
    await expect(view(at('OTHER'), id)).resolves.toMatchObject({ id });
    const { version, ...now } = await view(at('US'), id);
    const entry = {
      subject: now.subject,
      senderName: now.senderName,
      senderDesignation: null,
      senderAddress: null,
      senderEmail: null,
      letterNumber: null,
      letterDate: null,
      receivedOn: now.receivedOn,
      deliveryMode: now.deliveryMode,
      language: now.language,
      urgency: now.urgency,
      enclosures: 0,
      remarks: null,
    };
    const correction = { ...entry, grading: 'confidential' as const, reason: 'जाँच का प्रकरण' };
    await office().get(CorrectReceipt).execute(at('US'), id, correction, version);
    await expect(view(at('CLERK'), id)).resolves.toMatchObject({ grading: 'confidential' });
    expect(await codeOf(() => view(at('OTHER'), id))).toBe('not-found');
  });

  it('is marked so by the diarist too, in the act that diarises it', async () => {
    const forwarded = { toPostId: at('SO').postId, copyToPostIds: [at('OTHER').postId] };
    const id = await diarise(at('ASO'), { forward: forwarded });
    expect(await eventsOf(id)).toMatchObject([
      { name: 'receipt.created', data: { copyToPostIds: [at('OTHER').postId] } },
    ]);
    expect(await copyOf(at('OTHER'), id)).toMatchObject({ id });
  });

  it.each([
    ['a post that is not there', () => ['00000000-0000-4000-8000-000000000000'], 'unknown-post'],
    ['an auditor', () => [at('AUDIT').postId], 'post-takes-no-files'],
    ['its own desk', () => [at('ASO').postId], 'to-oneself'],
    ['the post that gets it itself', () => [at('SO').postId], 'invalid-input'],
  ])('gives no copy to %s', async (_, copyToPostIds, code) => {
    const id = await diarise(at('ASO'));
    const before = await office().counts();
    const trying = () => forward(at('ASO'), id, at('SO'), [], { copyToPostIds: copyToPostIds() });
    expect(await codeOf(trying)).toBe(code);
    expect(await office().counts()).toEqual(before);
  });

  it('goes to no more than twenty posts, each named once', () => {
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID());
    const parsed = (copyToPostIds: string[]) =>
      ForwardReceiptRequest.safeParse({ toPostId: ids[0], copyToPostIds }).success;
    expect([parsed(ids.slice(1)), parsed(ids), parsed([ids[1] ?? '', ids[1] ?? ''])]).toEqual([true, false, false]);
  });
});
