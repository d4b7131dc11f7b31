import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { BulkReceiptAct } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CheckBulkAct, DoBulkAct } from '@patravali/desk';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { NO_FILE_NEEDED, withReceipts } from '../../../../../test/support/acts/sent-receipts';

const office = useOffice({ holds: 'section' });
const { diarise, forward, open, view } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);

/** A receipt that lies unread on the desk of the section officer. */
const arrived = async () => {
  const id = await diarise(at('ASO'));
  await forward(at('ASO'), id, at('SO'));
  return id;
};

/** One receipt of each kind that the section officer may meet, and what marking it on is refused with. */
const KINDS: readonly (readonly [kind: string, make: () => Promise<string>, refused: string | null])[] = [
  ['has arrived', arrived, null],
  ['was diarised here', () => diarise(at('SO')), null],
  [
    'is opened',
    async () => {
      const id = await arrived();
      await open(at('SO'), id);
      return id;
    },
    null,
  ],
  [
    'has been sent on',
    async () => {
      const id = await arrived();
      await forward(at('SO'), id, at('DS'));
      return id;
    },
    'not-allowed',
  ],
  [
    'lies in a file',
    async () => {
      const id = await arrived();
      const { fileId } = await office().newFile(at('SO'));
      await office().get(PutReceiptInFile).execute(at('SO'), id, { fileId, flag: null });
      return id;
    },
    'illegal-receipt-move',
  ],
  ['is none of his', () => diarise(at('CLERK')), 'not-found'],
  ['is not there', () => Promise.resolve(randomUUID()), 'not-found'],
];

const onward = (to: Actor, more: Partial<Extract<BulkReceiptAct, { kind: 'forward' }>> = {}): BulkReceiptAct => ({
  kind: 'forward',
  toPostId: to.postId,
  action: 'for_necessary_action',
  ...more,
});
const OPENING: BulkReceiptAct = { kind: 'open' };
const CLOSING: BulkReceiptAct = { kind: 'close', reason: NO_FILE_NEEDED };
const check = async (by: Actor, receiptIds: readonly string[], act: BulkReceiptAct) => {
  const request = { receiptIds: [...receiptIds], act };
  return (await office().get(CheckBulkAct).execute(by, request)).items;
};
const act = (by: Actor, receiptIds: readonly string[], what: BulkReceiptAct) =>
  office()
    .get(DoBulkAct)
    .execute(by, { receiptIds: [...receiptIds], act: what });
const everyKind = async (times = 1) => {
  const ids: string[] = [];
  for (let time = 0; time < times; time++) for (const [, make] of KINDS) ids.push(await make());
  return ids;
};
interface Told {
  readonly refusal: { code: string; params: unknown; errors: readonly unknown[] } | null;
}
const told = (items: readonly Told[]) =>
  items.map(({ refusal }) => refusal && { code: refusal.code, params: refusal.params, errors: refusal.errors });
const rowsOf = () => office().rows('SELECT * FROM receipt ORDER BY id');

describe('the check before several receipts are marked', () => {
  it.each([
    ['marking', () => onward(at('US'))],
    ['opening', () => OPENING],
    ['closing', () => CLOSING],
  ])('says of each what %s it then says: the same refusal with the same words', async (_, what) => {
    const ids = await everyKind();
    const checked = await check(at('SO'), ids, what());
    expect(checked.map(({ id, refusal }, index) => [id, KINDS[index]?.[0], refusal?.code ?? null])).toEqual(
      KINDS.map(([kind, , refused], index) => [ids[index], kind, refused]),
    );
    expect(told((await act(at('SO'), ids, what())).items)).toEqual(told(checked));
  });

  it.each([
    ['to oneself', () => onward(at('SO')), 'to-oneself'],
    ['to an auditor', () => onward(at('AUDIT')), 'post-takes-no-files'],
    ['to a post that is not there', () => ({ ...onward(at('US')), toPostId: randomUUID() }), 'unknown-post'],
    [
      'with a copy to an auditor',
      () => onward(at('US'), { copyToPostIds: [at('AUDIT').postId] }),
      'post-takes-no-files',
    ],
    ['with a copy to the same post', () => onward(at('US'), { copyToPostIds: [at('US').postId] }), 'invalid-input'],
    ['by a day that has passed', () => onward(at('US'), { dueOn: '2020-01-01' }), 'due-date-past'],
  ])('refuses every receipt that is to go %s', async (_, what, code) => {
    const ids = [await arrived(), await arrived()];
    const checked = await check(at('SO'), ids, what());
    expect(checked.map(({ refusal }) => refusal?.code)).toEqual([code, code]);
    expect(told((await act(at('SO'), ids, what())).items)).toEqual(told(checked));
  });

  it('allows an assistant nothing', async () => {
    const assistant = await office().assistantOf(at('US'));
    const id = await arrived();
    await forward(at('SO'), id, at('US'));
    for (const what of [onward(at('DS')), OPENING, CLOSING]) {
      const checked = await check(assistant, [id], what);
      expect(checked[0]?.refusal?.code).toBe('not-for-assistants');
      expect(told((await act(assistant, [id], what)).items)).toEqual(told(checked));
    }
  });

  it('changes nothing, and asks as many statements for many receipts as for a few', async () => {
    const [few, many] = [await everyKind(), await everyKind(5)];
    const [before, counts] = [await rowsOf(), await office().counts()];
    const statements = async (ids: readonly string[], what: BulkReceiptAct) => {
      const query = jest.spyOn(office().dataSource, 'createQueryRunner');
      await check(at('SO'), ids, what);
      const { length } = query.mock.calls;
      query.mockRestore();
      return length;
    };
    expect([await statements(few, onward(at('US'))), await statements(many, onward(at('US')))]).toEqual([2, 2]);
    for (const what of [OPENING, CLOSING])
      expect([await statements(few, what), await statements(many, what)]).toEqual([1, 1]);
    expect(await rowsOf()).toEqual(before);
    expect(await office().counts()).toEqual(counts);
  });
});

describe('one act on several receipts', () => {
  it('is an act of each by itself, with remarks and copies, and one that is refused stops no other', async () => {
    const [first, gone, last] = [await arrived(), await arrived(), await arrived()];
    await forward(at('SO'), gone, at('DS'));
    const what = onward(at('US'), { remarks: 'कृपया आख्या दें', copyToPostIds: [at('CLERK').postId] });
    const { items } = await act(at('SO'), [first, gone, last], what);
    expect(items.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'not-allowed', null]);
    for (const [index, id] of [first, last].entries()) {
      const seen = await view(at('US'), id);
      expect(seen).toMatchObject({
        holder: { marking: 'US' },
        sentRemarks: 'कृपया आख्या दें',
        unread: true,
        version: items[index * 2]?.version,
      });
      expect(seen.copies.map(({ post }) => post.marking)).toEqual(['CLERK']);
    }
  });

  it('closes several without a file, each with the same reason', async () => {
    const ids = [await arrived(), await arrived()];
    await act(at('SO'), ids, CLOSING);
    for (const id of ids)
      expect(await view(at('ASO'), id)).toMatchObject({ state: 'closed', closed: { reason: NO_FILE_NEEDED } });
  });

  it('of two at once over the same receipts each is done once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, arrived));
    const answers = await Promise.all([
      act(at('SO'), ids, onward(at('US'))),
      act(at('SO'), [...ids].reverse(), onward(at('DS'))),
    ]);
    const [one, other] = answers.map(
      ({ items }) => new Map(items.map(({ id, refusal }) => [id, refusal?.code ?? null])),
    );
    for (const id of ids) {
      expect([id, [one?.get(id), other?.get(id)].sort()]).toEqual([id, [null, 'not-allowed'].sort()]);
      expect((await view(at('SO'), id)).holder?.marking).toBe(one?.get(id) === null ? 'US' : 'DS');
    }
  }, 60_000);

  it('goes on where the same request stopped, and gives the kept answer', async () => {
    const ids = [await arrived(), await arrived()];
    const keyed: Actor = { ...at('SO'), idempotency: { key: randomUUID(), requestHash: 'a'.repeat(64) } };
    const first = await act(keyed, ids, onward(at('US')));
    expect(await act(keyed, ids, onward(at('US')))).toEqual(first);
    expect(first.items.map(({ refusal }) => refusal)).toEqual([null, null]);
  });
});
