import type { Actor } from '@patravali/authorization';
import { ForwardReceipt as ForwardReceiptRequest, PageQuery } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DeskCountsQuery, ReceiptBox } from '@patravali/desk';
import { type Marking, useOffice } from '../../../../test/support/office';
import { REASON, withReceipts } from '../../../../test/support/sent-receipts';
import { CorrectReceipt } from './correct-receipt';

const PAGE = PageQuery.parse({});
const RACES = 8;
const office = useOffice({ holds: 'section' });
const { diarise, forward, open, pullBack, giveBack, redirect, see, view } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);

/** Marked by the assistant to the section officer. */
const sent = async (more: object = {}) => {
  const id = await diarise(at('ASO'));
  await forward(at('ASO'), id, at('SO'), [], more);
  return id;
};
const opened = async () => {
  const id = await sent();
  await open(at('SO'), id);
  return id;
};
const eventsOf = async (id: string) =>
  await office().rows<{ name: string; reason: string | null; data: Record<string, unknown> }>(
    'SELECT name, reason, data FROM event WHERE subject_id = $1 ORDER BY sequence',
    [id],
  );
const refusing = (by: () => Promise<unknown>) =>
  by().then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('a receipt is pulled back by its sender', () => {
  it('while nobody has opened it, and lies there as it had come', async () => {
    const id = await sent({ dueOn: '2099-01-05', remarks: 'शीघ्र' });
    await open(at('SO'), id);
    await forward(at('SO'), id, at('US'));
    expect((await view(at('SO'), id)).allowedMoves).toContain('pull_back');
    const { version } = await pullBack(at('SO'), id);
    expect(await view(at('SO'), id)).toMatchObject({
      ...{ version, holder: { marking: 'SO' }, from: { marking: 'ASO' }, unread: false, sentRemarks: 'शीघ्र' },
      ...{ action: 'for_necessary_action', dueOn: '2099-01-05', returned: false, redirected: false },
      movements: [{ kind: 'created' }, { kind: 'forwarded' }, { kind: 'forwarded' }, { kind: 'pulled_back' }],
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      ...{ name: 'receipt.pulled_back', data: { movement: 4, fromPostId: at('US').postId } },
    });
    // Whoever has it again may return it, as before.
    await giveBack(at('SO'), id);
    expect(await view(at('ASO'), id)).toMatchObject({ returned: true, unread: true });
  });

  it('also where it was diarised: then nobody had sent it', async () => {
    const id = await sent();
    await pullBack(at('ASO'), id);
    expect(await view(at('ASO'), id)).toMatchObject({ state: 'on_desk', from: null, action: null, unread: false });
    expect((await view(at('ASO'), id)).allowedMoves).toEqual(['forward', 'put_in_file', 'correct']);
  });

  it('or opened: of the two at once exactly one wins, each time', async () => {
    const won = { pullBack: 0, open: 0 };
    for (let race = 0; race < RACES; race++) {
      const id = await sent();
      const [back, opening] = await Promise.allSettled([pullBack(at('ASO'), id), open(at('SO'), id)]);
      const { holder, unread } = await view(at('ASO'), id);
      if (back.status === 'fulfilled') {
        won.pullBack += 1;
        expect([opening.status, holder?.marking, unread]).toEqual(['rejected', 'ASO', false]);
        if (opening.status === 'rejected') expect(opening.reason).toMatchObject({ code: 'not-allowed' });
      } else {
        won.open += 1;
        expect([opening.status, holder?.marking]).toEqual(['fulfilled', 'SO']);
        expect(back.reason).toMatchObject({ code: 'letter-opened', params: { post: 'SO' } });
      }
    }
    expect(won.pullBack + won.open).toBe(RACES);
  });
});

describe('a receipt is returned to its sender', () => {
  it('with a reason, opened or not, and nothing is asked any more', async () => {
    for (const make of [sent, opened]) {
      const id = await make();
      await giveBack(at('SO'), id);
      expect(await view(at('ASO'), id)).toMatchObject({
        ...{ holder: { marking: 'ASO' }, from: { marking: 'SO' }, returned: true, unread: true, action: null, dueOn: null },
        ...{ sentRemarks: REASON },
      });
      expect((await eventsOf(id)).at(-1)).toMatchObject({ name: 'receipt.returned', reason: REASON });
    }
  });

  it('says so on the row until it goes on', async () => {
    const id = await opened();
    await giveBack(at('SO'), id);
    const row = async (by: Actor) => (await office().get(ReceiptBox).execute(by, PAGE)).items.find((each) => each.id === id);
    expect(await row(at('ASO'))).toMatchObject({ returned: true, redirected: false });
    await forward(at('ASO'), id, at('US'));
    expect(await row(at('US'))).toMatchObject({ returned: false, redirected: false });
  });
});

describe('a receipt that was marked to the wrong post is redirected', () => {
  it('to the right one, with what had been asked, opened or not; the register keeps the wrong marking', async () => {
    for (const make of [sent, opened]) {
      const id = await make();
      await redirect(at('SO'), id, at('OTHER'));
      expect(await view(at('OTHER'), id)).toMatchObject({
        ...{ holder: { marking: 'OTHER' }, from: { marking: 'SO' }, redirected: true, returned: false, unread: true },
        ...{ action: 'for_necessary_action', sentRemarks: REASON },
        movements: [{ kind: 'created' }, { to: { marking: 'SO' } }, { kind: 'redirected', to: { marking: 'OTHER' }, remarks: REASON }],
      });
      expect((await eventsOf(id)).at(-1)).toMatchObject({
        name: 'receipt.redirected',
        data: { toPostId: at('OTHER').postId, markedByPostId: at('ASO').postId },
      });
    }
  });

  it('keeps the day on which it is due, though it has passed or is a holiday by now', async () => {
    const id = await sent({ dueOn: '2099-01-05' });
    await office().rows(`UPDATE receipt SET due_on = '2020-01-05' WHERE id = $1`, [id]);
    await redirect(at('SO'), id, at('OTHER'));
    expect(await view(at('OTHER'), id)).toMatchObject({ dueOn: '2020-01-05' });
    await open(at('OTHER'), id);
    await forward(at('OTHER'), id, at('CLERK'));
    await pullBack(at('OTHER'), id);
    expect(await view(at('OTHER'), id)).toMatchObject({ dueOn: '2020-01-05', redirected: true, from: { marking: 'SO' } });
  });

  it('over several posts, and tells each time whoever marked it first', async () => {
    const id = await sent();
    // What was pulled back in between was no marking.
    await forward(at('SO'), id, at('US'));
    await pullBack(at('SO'), id);
    for (const [from, to] of [['SO', 'OTHER'], ['OTHER', 'CLERK'], ['CLERK', 'DS']] as const) {
      await redirect(at(from), id, at(to));
      expect((await eventsOf(id)).at(-1)?.data).toMatchObject({ markedByPostId: at('ASO').postId });
    }
    await pullBack(at('CLERK'), id);
    expect(await view(at('CLERK'), id)).toMatchObject({ from: { marking: 'OTHER' }, redirected: true, action: 'for_necessary_action' });
    await giveBack(at('CLERK'), id);
    expect(await view(at('OTHER'), id)).toMatchObject({ returned: true, redirected: false });
  });

  it('or forwarded: of the two at once exactly one wins, each time', async () => {
    for (let race = 0; race < RACES; race++) {
      const id = await opened();
      const tries = await Promise.allSettled([redirect(at('SO'), id, at('OTHER')), forward(at('SO'), id, at('US'))]);
      expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { holder, redirected, movements } = await view(at('SO'), id);
      const first = tries[0].status === 'fulfilled';
      expect([holder?.marking, redirected, movements.length]).toEqual(first ? ['OTHER', true, 3] : ['US', false, 3]);
    }
  });
});

describe('a receipt that is marked to several posts', () => {
  const copiesOf = async (by: Actor) => (await office().get(ReceiptBox).copies(by, PAGE)).items;
  const copyOf = async (by: Actor, id: string) => (await copiesOf(by)).find((each) => each.id === id);
  const unseen = async (by: Actor) => (await office().get(DeskCountsQuery).execute(by)).unseenCopies;

  it('goes to one of them; each of the others reads it, and does nothing with it, in one act and one event', async () => {
    const id = await diarise(at('ASO'));
    const [before, events] = [await unseen(at('OTHER')), (await eventsOf(id)).length];
    expect(await refusing(() => view(at('OTHER'), id))).toBe('not-found');
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
    expect(await refusing(() => forward(at('OTHER'), id, at('US')))).toBe('not-allowed');
    expect(await refusing(() => office().get(PutReceiptInFile).execute(at('OTHER'), id, { fileId: id, flag: null }))).toBe(
      'not-found',
    );
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
      ...[{ name: 'receipt.copy_seen', data: { first: true } }, { name: 'receipt.copy_seen', data: { first: false } }],
    ]);
    expect((await copyOf(at('CLERK'), id))?.copy.seenAt).toBeNull();
    expect([await view(at('OTHER'), id), await view(at('CLERK'), id)]).toMatchObject([
      ...[{ copyToSee: false }, { copyToSee: true }],
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
    expect(await refusing(() => see(at('OTHER'), id))).toBe('no-copy');
    const alone = await diarise(at('ASO'));
    await forward(at('ASO'), alone, at('US'), [at('OTHER')]);
    await pullBack(at('ASO'), alone);
    expect(await refusing(() => view(at('OTHER'), alone))).toBe('not-found');
    expect(await refusing(() => see(at('OTHER'), alone))).toBe('not-found');
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

  it('above normal is read by those posts alone; graded so later, by whoever held it or has a copy', async () => {
    const secret = await diarise(at('SO'), { grading: 'confidential' });
    await forward(at('SO'), secret, at('US'), [at('CLERK')]);
    await expect(view(at('CLERK'), secret)).resolves.toMatchObject({ id: secret });
    expect(await refusing(() => view(at('OTHER'), secret))).toBe('not-found');
    const id = await diarise(at('SO'));
    await forward(at('SO'), id, at('US'), [at('CLERK')]);
    await expect(view(at('OTHER'), id)).resolves.toMatchObject({ id });
    const { version, ...now } = await view(at('US'), id);
    const entry = {
      ...{ subject: now.subject, senderName: now.senderName, senderDesignation: null, senderAddress: null, senderEmail: null },
      ...{ letterNumber: null, letterDate: null, receivedOn: now.receivedOn, deliveryMode: now.deliveryMode },
      ...{ language: now.language, urgency: now.urgency, enclosures: 0, remarks: null },
    };
    const correction = { ...entry, grading: 'confidential' as const, reason: 'जाँच का प्रकरण' };
    await office().get(CorrectReceipt).execute(at('US'), id, correction, version);
    await expect(view(at('CLERK'), id)).resolves.toMatchObject({ grading: 'confidential' });
    expect(await refusing(() => view(at('OTHER'), id))).toBe('not-found');
  });

  it('is marked so by the diarist too, in the act that diarises it', async () => {
    const forwarded = { toPostId: at('SO').postId, copyToPostIds: [at('OTHER').postId] };
    const id = await diarise(at('ASO'), { forward: forwarded });
    expect(await eventsOf(id)).toMatchObject([{ name: 'receipt.created', data: { copyToPostIds: [at('OTHER').postId] } }]);
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
    expect(await refusing(trying)).toBe(code);
    expect(await office().counts()).toEqual(before);
  });

  it('goes to no more than twenty posts, each named once', () => {
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID());
    const parsed = (copyToPostIds: string[]) => ForwardReceiptRequest.safeParse({ toPostId: ids[0], copyToPostIds }).success;
    expect([parsed(ids.slice(1)), parsed(ids), parsed([ids[1] ?? '', ids[1] ?? ''])]).toEqual([true, false, false]);
  });
});

/** Of each state of a letter, what each person is refused who tries to move it; null goes through. */
describe('who moves a receipt in which state', () => {
  type Act = 'pull back' | 'return' | 'redirect' | 'see';
  const ACTS: Record<Act, (by: Actor, id: string) => Promise<unknown>> = {
    'pull back': (by, id) => pullBack(by, id),
    return: (by, id) => giveBack(by, id),
    redirect: (by, id) => redirect(by, id, at('DS')),
    see: (by, id) => see(by, id),
  };
  const STATES: Record<string, () => Promise<string>> = {
    diarised: () => diarise(at('ASO')),
    'sent, not opened': () => sent(),
    'sent and opened': () => opened(),
    'pulled back': async () => {
      const id = await sent();
      await pullBack(at('ASO'), id);
      return id;
    },
    'in a file': async () => {
      const id = await opened();
      const { fileId } = await office().newFile(at('SO'));
      await office().get(PutReceiptInFile).execute(at('SO'), id, { fileId, flag: null });
      return id;
    },
  };
  const [NONE, NOT, ILLEGAL] = ['not-found', 'not-allowed', 'illegal-receipt-move'];
  /** In the order of `ACTS`: pull back, return, redirect, see a copy. */
  const TABLE: Record<string, Record<string, readonly (string | null)[]>> = {
    ASO: {
      diarised: [NOT, ILLEGAL, ILLEGAL, 'no-copy'],
      'sent, not opened': [null, NOT, NOT, 'no-copy'],
      'sent and opened': ['letter-opened', NOT, NOT, 'no-copy'],
      'pulled back': [NOT, 'letter-not-sent', 'letter-not-sent', 'no-copy'],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy'],
    },
    SO: {
      diarised: [NOT, NOT, NOT, 'no-copy'],
      'sent, not opened': [NOT, null, null, 'no-copy'],
      'sent and opened': [NOT, null, null, 'no-copy'],
      'pulled back': [NOT, NOT, NOT, 'no-copy'],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy'],
    },
    // Reads it, as a superior.
    US: {
      diarised: [NOT, NOT, NOT, 'no-copy'],
      'sent, not opened': [NOT, NOT, NOT, 'no-copy'],
      'sent and opened': [NOT, NOT, NOT, 'no-copy'],
      'pulled back': [NOT, NOT, NOT, 'no-copy'],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy'],
    },
    AUDIT: {
      diarised: [NOT, NOT, NOT, NOT],
      'sent, not opened': [NOT, NOT, NOT, NOT],
      'sent and opened': [NOT, NOT, NOT, NOT],
      'pulled back': [NOT, NOT, NOT, NOT],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, NOT],
    },
    CLERK: Object.fromEntries(Object.keys(STATES).map((state) => [state, [NONE, NONE, NONE, NONE]])),
  };
  const cases = Object.entries(TABLE).flatMap(([who, states]) =>
    Object.entries(states).flatMap(([state, answers]) =>
      (Object.keys(ACTS) as Act[]).map((act, index) => [who as Marking, state, act, answers[index] ?? null] as const),
    ),
  );

  it.each(cases)('%s, one that is %s: to %s it answers %s', async (who, state, act, code) => {
    const id = (await STATES[state]?.()) ?? '';
    const before = await office().counts();
    expect(await refusing(() => ACTS[act](at(who), id))).toBe(code);
    if (code !== null) expect(await office().counts()).toEqual(before);
  });

  it.each(['pull back', 'return', 'redirect', 'see'] as const)('an assistant of an officer does not %s', async (act) => {
    const id = await diarise(at('ASO'));
    await forward(at('ASO'), id, at('US'), [at('DS')]);
    const assistant = await office().assistantOf(act === 'see' ? at('DS') : at('US'));
    expect(await refusing(() => ACTS[act](assistant, id))).toBe('not-for-assistants');
  });

  it('is told when it has changed meanwhile, and that what is redirected does not go to its sender', async () => {
    const id = await sent();
    expect(await refusing(() => pullBack(at('ASO'), id, 99))).toBe('changed-meanwhile');
    expect(await refusing(() => redirect(at('SO'), id, at('ASO')))).toBe('redirected-to-sender');
    expect(await refusing(() => redirect(at('SO'), id, at('SO')))).toBe('to-oneself');
    expect(await refusing(() => redirect(at('SO'), id, at('AUDIT')))).toBe('post-takes-no-files');
  });
});
