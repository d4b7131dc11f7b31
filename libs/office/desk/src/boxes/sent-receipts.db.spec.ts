import type { Actor } from '@patravali/authorization';
import { PageQuery } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { ReceiptBox } from '@patravali/desk';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { withReceipts } from '../../../../../test/support/acts/sent-receipts';

const office = useOffice({ holds: 'section' });
const { diarise, forward, open, pullBack, giveBack } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);
const sent = async (by: Actor, query: Partial<PageQuery> = {}) =>
  await office().get(ReceiptBox).sent(by, PageQuery.parse(query));
const ids = async (by: Actor) => (await sent(by)).items.map(({ id }) => id);

describe('the receipts that a desk has sent', () => {
  it('are those that lie where they came to, the latest first, each with whether it was opened there', async () => {
    const [first, second] = [await diarise(at('ASO')), await diarise(at('ASO'))];
    expect(await ids(at('ASO'))).toEqual([]);
    await forward(at('ASO'), first, at('SO'));
    await forward(at('ASO'), second, at('US'));
    await open(at('US'), second);
    expect((await sent(at('ASO'))).items).toMatchObject([
      { id: second, unread: false, holder: at('US').postId },
      { id: first, unread: true, holder: at('SO').postId },
    ]);
    const { items, next } = await sent(at('ASO'), { limit: 1 });
    expect(items.map(({ id }) => id)).toEqual([second]);
    expect((await sent(at('ASO'), { limit: 1, cursor: next ?? '' })).items.map(({ id }) => id)).toEqual([first]);
    expect(await ids(at('SO'))).toEqual([]);
  });

  it('leave it when they are pulled back, sent on, returned or put in a file', async () => {
    const [back, on, returned, put] = await Promise.all([1, 2, 3, 4].map(() => diarise(at('OTHER'))));
    for (const id of [back, on, returned, put]) await forward(at('OTHER'), id ?? '', at('SO'));
    expect(await ids(at('OTHER'))).toHaveLength(4);
    await pullBack(at('OTHER'), back ?? '');
    await forward(at('SO'), on ?? '', at('DS'));
    await giveBack(at('SO'), returned ?? '');
    const { fileId } = await office().newFile(at('SO'));
    await office()
      .get(PutReceiptInFile)
      .execute(at('SO'), put ?? '', { fileId, flag: null });
    expect(await ids(at('OTHER'))).toEqual([]);
    expect((await ids(at('SO'))).sort()).toEqual([on, returned].sort());
  });

  it('are shown to the assistant of an officer as far as he reads them', async () => {
    const id = await diarise(at('SO'));
    const secret = await diarise(at('SO'), { grading: 'confidential' });
    for (const each of [id, secret]) {
      await forward(at('SO'), each, at('US'));
      await forward(at('US'), each, at('DS'));
    }
    expect((await ids(at('US'))).sort()).toEqual([id, secret].sort());
    expect(await ids(await office().assistantOf(at('US')))).toEqual([id]);
  });
});
