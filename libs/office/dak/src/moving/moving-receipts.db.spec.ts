import type { Actor } from '@patravali/authorization';
import { PageQuery } from '@patravali/contract';
import { ReceiptBox } from '@patravali/desk';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { REASON, withReceipts } from '../../../../../test/support/acts/sent-receipts';

const PAGE = PageQuery.parse({});
const RACES = 8;
const office = useOffice({ holds: 'section' });
const { diarise, forward, open, pullBack, giveBack, redirect, view, eventsOf } = withReceipts(office);
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

describe('a receipt is pulled back by its sender', () => {
  it('while nobody has opened it, and lies there as it had come', async () => {
    const id = await sent({ dueOn: '2099-01-05', remarks: 'शीघ्र' });
    await open(at('SO'), id);
    await forward(at('SO'), id, at('US'));
    expect((await view(at('SO'), id)).allowedMoves).toContain('pull_back');
    const { version } = await pullBack(at('SO'), id);
    expect(await view(at('SO'), id)).toMatchObject({
      version,
      holder: { marking: 'SO' },
      from: { marking: 'ASO' },
      unread: false,
      sentRemarks: 'शीघ्र',
      action: 'for_necessary_action',
      dueOn: '2099-01-05',
      returned: false,
      redirected: false,
      movements: [{ kind: 'created' }, { kind: 'forwarded' }, { kind: 'forwarded' }, { kind: 'pulled_back' }],
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      name: 'receipt.pulled_back',
      data: { movement: 4, fromPostId: at('US').postId },
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
        holder: { marking: 'ASO' },
        from: { marking: 'SO' },
        returned: true,
        unread: true,
        action: null,
        dueOn: null,
        sentRemarks: REASON,
      });
      expect((await eventsOf(id)).at(-1)).toMatchObject({ name: 'receipt.returned', reason: REASON });
    }
  });

  it('says so on the row until it goes on', async () => {
    const id = await opened();
    await giveBack(at('SO'), id);
    const row = async (by: Actor) =>
      (await office().get(ReceiptBox).execute(by, PAGE)).items.find((each) => each.id === id);
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
        holder: { marking: 'OTHER' },
        from: { marking: 'SO' },
        redirected: true,
        returned: false,
        unread: true,
        action: 'for_necessary_action',
        sentRemarks: REASON,
        movements: [
          { kind: 'created' },
          { to: { marking: 'SO' } },
          { kind: 'redirected', to: { marking: 'OTHER' }, remarks: REASON },
        ],
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
    expect(await view(at('OTHER'), id)).toMatchObject({
      dueOn: '2020-01-05',
      redirected: true,
      from: { marking: 'SO' },
    });
  });

  it('over several posts, and tells each time whoever marked it first', async () => {
    const id = await sent();
    // What was pulled back in between was no marking.
    await forward(at('SO'), id, at('US'));
    await pullBack(at('SO'), id);
    for (const [from, to] of [
      ['SO', 'OTHER'],
      ['OTHER', 'CLERK'],
      ['CLERK', 'DS'],
    ] as const) {
      await redirect(at(from), id, at(to));
      expect((await eventsOf(id)).at(-1)?.data).toMatchObject({ markedByPostId: at('ASO').postId });
    }
    await pullBack(at('CLERK'), id);
    expect(await view(at('CLERK'), id)).toMatchObject({
      from: { marking: 'OTHER' },
      redirected: true,
      action: 'for_necessary_action',
    });
    // Whoever redirected it has said that it is not his: it goes back to who marked it.
    await giveBack(at('CLERK'), id);
    expect(await view(at('ASO'), id)).toMatchObject({
      holder: { marking: 'ASO' },
      from: { marking: 'CLERK' },
      returned: true,
      redirected: false,
    });
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
