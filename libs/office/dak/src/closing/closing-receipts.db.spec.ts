import type { Actor } from '@patravali/authorization';
import { CorrectReceipt as CorrectReceiptRequest, FindDiary } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CorrectReceipt, FindSameLetters, ListDiary } from '@patravali/dak';
import { DeskCountsQuery } from '@patravali/desk';
import { codeOf, NO_FILE_NEEDED, REASON, withReceipts } from '../../../../../test/support/acts/sent-receipts';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { printedDiary } from '../../../../../test/support/papers/printed-diary';

const office = useOffice({ holds: 'section' });
const { diarise, forward, open, pullBack, close, reopen, see, view, eventsOf } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);

/** Marked by the assistant to the section officer, with a day. */
const sent = async (copyTo: readonly Actor[] = []) => {
  const id = await diarise(at('ASO'), { letterNumber: '77/स्था/2026' });
  await forward(at('ASO'), id, at('SO'), copyTo, { dueOn: '2099-01-05', remarks: 'शीघ्र' });
  return id;
};
const ended = async () => {
  const id = await sent();
  await close(at('SO'), id);
  return id;
};
const line = async (by: Actor, id: string, asked: object = {}) => {
  const { items } = await office().get(ListDiary).execute(by, FindDiary.parse(asked));
  return items.find((row) => row.id === id);
};
const everything = async (id: string) => [
  await office().rows('SELECT * FROM receipt WHERE id = $1', [id]),
  await office().rows('SELECT * FROM movement WHERE receipt_id = $1 ORDER BY sequence', [id]),
  await eventsOf(id),
];

describe('a receipt that needs no file', () => {
  it('is closed by the officer who holds it, opened or not: it is on no desk, and nothing is asked of it any more', async () => {
    const id = await sent();
    const before = await office().get(DeskCountsQuery).execute(at('SO'));
    const { version } = await close(at('SO'), id);
    expect(await view(at('SO'), id)).toMatchObject({
      version,
      state: 'closed',
      holder: null,
      from: null,
      action: null,
      dueOn: null,
      sentRemarks: null,
      unread: false,
      closed: { by: { post: { marking: 'SO' }, capacity: 'regular' }, reason: NO_FILE_NEEDED },
      movements: [{ kind: 'created' }, { kind: 'forwarded' }, { kind: 'closed', to: null, remarks: NO_FILE_NEEDED }],
      allowedMoves: ['reopen'],
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      name: 'receipt.closed',
      reason: NO_FILE_NEEDED,
      data: { movement: 3 },
    });
    const after = await office().get(DeskCountsQuery).execute(at('SO'));
    expect([before.receipts - after.receipts, before.unreadReceipts - after.unreadReceipts]).toEqual([1, 1]);
    expect(await office().rows(`SELECT FROM desk_entry WHERE kind = 'receipt' AND id = $1`, [id])).toEqual([]);
  });

  it('also where it was diarised by an officer, and after it came back', async () => {
    const id = await diarise(at('SO'));
    await close(at('SO'), id);
    expect(await view(at('SO'), id)).toMatchObject({
      state: 'closed',
      movements: [{ kind: 'created' }, { kind: 'closed' }],
    });
    const redirected = await sent();
    await forward(at('SO'), redirected, at('US'));
    await pullBack(at('SO'), redirected);
    await close(at('SO'), redirected);
    expect(await view(at('SO'), redirected)).toMatchObject({ state: 'closed', returned: false, redirected: false });
  });

  it('is not moved, corrected or put in a file while it is closed, and nothing changes', async () => {
    const id = await ended();
    const { fileId } = await office().newFile(at('SO'));
    const before = await everything(id);
    const { version, placed, ...entry } = await view(at('SO'), id);
    expect(placed).toBeNull();
    const corrected = CorrectReceiptRequest.strip().parse({ ...entry, subject: 'अन्य', reason: REASON });
    const acts: (() => Promise<unknown>)[] = [
      () => forward(at('SO'), id, at('US')),
      () => pullBack(at('ASO'), id),
      () => open(at('SO'), id),
      () => close(at('SO'), id),
      () => office().get(PutReceiptInFile).execute(at('SO'), id, { fileId, flag: null }),
      () => office().get(CorrectReceipt).execute(at('SO'), id, corrected, version),
      () => office().get(CorrectReceipt).execute(at('ASO'), id, corrected, version),
    ];
    for (const act of acts)
      await expect(act()).rejects.toMatchObject({
        code: 'illegal-receipt-move',
        params: { state: 'closed', moves: ['reopen'] },
      });
    expect(await codeOf(() => reopen(at('SO'), id, version - 1))).toBe('changed-meanwhile');
    expect(await everything(id)).toEqual(before);
  });

  it('is forwarded or closed: of the two at once exactly one wins, each time', async () => {
    for (let race = 0; race < 8; race++) {
      const id = await sent();
      const tries = await Promise.allSettled([close(at('SO'), id), forward(at('SO'), id, at('US'))]);
      const { state, movements } = await view(at('SO'), id);
      expect([tries.map(({ status }) => status).sort(), movements.length]).toEqual([['fulfilled', 'rejected'], 3]);
      expect(state).toBe(tries[0].status === 'fulfilled' ? 'closed' : 'on_desk');
    }
  });

  it('is still read by whoever read it, and a copy of it is still seen', async () => {
    const id = await sent([at('CLERK')]);
    await close(at('SO'), id);
    await see(at('CLERK'), id);
    for (const marking of ['ASO', 'US', 'CLERK'] as const)
      expect(await view(at(marking), id)).toMatchObject({ closed: { reason: NO_FILE_NEEDED } });
    const unread = await ended();
    expect(await codeOf(() => view(at('CLERK'), unread))).toBe('not-found');
  });

  it('stands in the diary with its reason, is asked for by its state, and is told of as the same letter', async () => {
    const id = await ended();
    const closed = { by: { post: at('SO').postId }, reason: NO_FILE_NEEDED };
    // Also before whoever sees only the lines of his unit.
    for (const marking of ['ASO', 'DISPATCH'] as const)
      expect(await line(at(marking), id, { state: 'closed' })).toMatchObject({ state: 'closed', closed });
    expect(await line(at('ASO'), id, { state: 'on_desk' })).toBeUndefined();
    const other = await sent();
    expect(await line(at('ASO'), other)).toMatchObject({ closed: null });
    expect(await line(at('ASO'), other, { state: 'closed' })).toBeUndefined();
    const same = await office()
      .get(FindSameLetters)
      .execute(at('ASO'), { letterNumber: '77/स्था/2026', senderName: 'खण्ड शिक्षा अधिकारी' });
    expect(same.map((each) => each.id)).toContain(id);
  });

  it.each([
    ['hi', 'बिना पत्रावली के निक्षेपित', /द्वारा बिना पत्रावली के निक्षेपित। कारण: मात्र सूचनार्थ/],
    ['en', 'Closed without a file', /Closed without a file on .* \(SO\)\. Reason: मात्र सूचनार्थ/],
  ] as const)('stands so in the printed diary, in %s', async (language, state, said) => {
    await ended();
    const { rows } = await printedDiary(office(), at('ASO'), { language });
    const row = rows.at(-1) ?? [];
    expect(row.at(-1)).toBe(state);
    expect(row.join('\n')).toMatch(said);
  });
});

describe('a receipt that was closed is reopened', () => {
  it.each(['SO', 'US', 'DS'] as const)(
    'by the post that closed it or one above it, on the own desk, with a reason: %s',
    async (marking) => {
      const id = await ended();
      expect((await view(at(marking), id)).allowedMoves).toEqual(['reopen']);
      const { version } = await reopen(at(marking), id);
      expect(await view(at(marking), id)).toMatchObject({
        version,
        state: 'on_desk',
        holder: { marking },
        from: null,
        sentRemarks: null,
        unread: false,
        closed: null,
        movements: [{}, {}, { kind: 'closed' }, { kind: 'reopened', from: null, to: { marking }, remarks: REASON }],
      });
      expect((await view(at(marking), id)).allowedMoves).toEqual(
        expect.arrayContaining(['forward', 'correct', 'close']),
      );
      expect((await eventsOf(id)).at(-1)).toMatchObject({
        name: 'receipt.reopened',
        reason: REASON,
        data: { movement: 4, toPostId: at(marking).postId },
      });
    },
  );

  it('by nobody else who reads it, and nothing changes', async () => {
    const id = await sent([at('OTHER')]);
    await forward(at('SO'), id, at('US'));
    await close(at('US'), id);
    const before = await everything(id);
    // An officer below, and one who had a copy, are told who closed it; a dealing hand does not reopen at all.
    for (const marking of ['SO', 'OTHER'] as const) {
      expect((await view(at(marking), id)).allowedMoves).toEqual([]);
      await expect(reopen(at(marking), id)).rejects.toMatchObject({
        code: 'closed-by-another',
        params: { post: 'US' },
      });
    }
    expect(await codeOf(() => reopen(at('ASO'), id))).toBe('not-allowed');
    expect(await codeOf(() => reopen(at('CLERK'), id))).toBe('not-found');
    expect(await everything(id)).toEqual(before);
  });

  it('and goes on as any other: sent, taken back as it lay there, and closed again', async () => {
    const id = await ended();
    await reopen(at('US'), id);
    await forward(at('US'), id, at('SO'));
    await pullBack(at('US'), id);
    expect(await view(at('US'), id)).toMatchObject({ from: null, sentRemarks: null, action: null, unread: false });
    await close(at('US'), id);
    expect(await view(at('SO'), id)).toMatchObject({ closed: { by: { post: { marking: 'US' } } }, allowedMoves: [] });
  });

  it('once, of two at once', async () => {
    const id = await ended();
    const tries = await Promise.allSettled([reopen(at('SO'), id), reopen(at('US'), id)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { movements, holder } = await view(at('US'), id);
    expect([movements.length, holder?.marking]).toEqual([4, tries[0].status === 'fulfilled' ? 'SO' : 'US']);
  });
});
