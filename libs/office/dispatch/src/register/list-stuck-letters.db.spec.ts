import type { Actor } from '@patravali/authorization';
import { DispatchIssue as DispatchIssueRequest, PageQuery } from '@patravali/contract';
import { DispatchIssue, FollowDispatch, MarkNotToBeSent } from '@patravali/dispatch';
import { RevokeIssue } from '@patravali/letters';
import type { Marking } from '../../../../../test/support/office/rows';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { ListStuckLetters } from './list-stuck-letters';

const office = useOffice({ holds: 'section' });
const clerk = () => office().at('DISPATCH');

/** A letter that the section officer issued for the under secretary; its file lies with the assistant. */
const issued = async (grading: 'normal' | 'confidential' = 'normal') => {
  const holder = office().at(grading === 'normal' ? 'ASO' : 'SO');
  const { fileId } = await office().newFile(holder, { grading });
  const letter = { fileId, by: office().at('SO'), signatory: office().at('US'), served: 0, email: 'a@example.in' };
  return await writeIssue(office(), letter);
};
const send = async (by: Actor, id: string, mode: 'email' | 'registered_post') => {
  const request = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode }] });
  const { dispatchIds } = await office().get(DispatchIssue).execute(by, id, request);
  return dispatchIds[0] ?? '';
};
const failed = async (by: Actor, id: string) => {
  const dispatchId = await send(by, id, 'email');
  await office().rows(`UPDATE dispatch SET state = 'failed', failure = '550 no such person' WHERE id = $1`, [
    dispatchId,
  ]);
};
const cameBack = async (id: string) => {
  const dispatchId = await send(clerk(), id, 'registered_post');
  const told = { outcome: 'returned', reason: 'प्रेषिती नहीं मिला' } as const;
  await office().get(FollowDispatch).execute(clerk(), id, dispatchId, told);
};
const stuck = async (by: Actor, issueId: string) => {
  const { items } = await office()
    .get(ListStuckLetters)
    .execute(by, { ...PageQuery.parse({}), limit: 200 });
  return items.filter((letter) => letter.issueId === issueId);
};

describe('a letter that does not get on', () => {
  it('is listed with why, for whoever may send it and for the holder of its file, with what each may do', async () => {
    const { id, number } = await issued();
    await failed(clerk(), id);
    const [letter] = await stuck(clerk(), id);
    expect(letter).toMatchObject({
      reason: 'not_sent',
      failure: '550 no such person',
      number,
      recipient: 0,
      name: 'निरीक्षक',
      mode: 'email',
      email: 'a@example.in',
      draftId: null,
      mayDispatch: true,
      mayConfirmAddress: false,
    });
    const may = async (marking: Marking) =>
      (await stuck(office().at(marking), id)).map((one) => [one.mayDispatch, one.mayConfirmAddress]);
    expect(await may('SO')).toEqual([[true, true]]);
    expect(await may('US')).toEqual([[true, false]]);
    expect(await may('ASO')).toEqual([[false, false]]);
    // Those who only read the file are not asked to do anything about it.
    for (const marking of ['DS', 'AUDIT', 'OTHER', 'CLERK'] as const) expect(await may(marking)).toEqual([]);
  });

  it('is listed when it came back, until it is sent again or is not to be sent', async () => {
    const { id } = await issued();
    await cameBack(id);
    expect(await stuck(clerk(), id)).toMatchObject([{ reason: 'returned', failure: 'प्रेषिती नहीं मिला' }]);
    await send(clerk(), id, 'registered_post');
    expect(await stuck(clerk(), id)).toEqual([]);

    const other = await issued();
    await failed(clerk(), other.id);
    const mark = { recipients: [0], reason: 'पद समाप्त' };
    await office().get(MarkNotToBeSent).execute(clerk(), other.id, mark);
    expect(await stuck(clerk(), other.id)).toEqual([]);
  });

  it('and was revoked since is listed as such, until its addressee is marked', async () => {
    const { id } = await issued();
    await cameBack(id);
    expect(await stuck(clerk(), id)).toMatchObject([{ reason: 'returned', withdrawn: false }]);
    await office().get(RevokeIssue).execute(office().at('US'), id, { reason: 'निरर्थक' });
    expect(await stuck(clerk(), id)).toMatchObject([{ reason: 'returned', withdrawn: true }]);
    await expect(send(clerk(), id, 'email')).rejects.toMatchObject({ code: 'letter-withdrawn' });
    await office()
      .get(MarkNotToBeSent)
      .execute(clerk(), id, { recipients: [0], reason: 'पत्र निरस्त' });
    expect(await stuck(clerk(), id)).toEqual([]);
  });

  it('is listed when its mail has not left for long', async () => {
    const { id } = await issued();
    const dispatchId = await send(clerk(), id, 'email');
    expect(await stuck(clerk(), id)).toEqual([]);
    await office().rows(`UPDATE dispatch SET at = at - INTERVAL '20 minutes' WHERE id = $1`, [dispatchId]);
    expect(await stuck(clerk(), id)).toMatchObject([{ reason: 'waiting', failure: null }]);
  });

  it('of a confidential file is not told to the dispatcher', async () => {
    const { id } = await issued('confidential');
    await failed(office().at('SO'), id);
    expect(await stuck(clerk(), id)).toEqual([]);
    expect(await stuck(office().at('SO'), id)).toHaveLength(1);
  });

  it('is counted on the desk as it is listed, page by page', async () => {
    const all = await office()
      .get(ListStuckLetters)
      .execute(clerk(), { ...PageQuery.parse({}), limit: 200 });
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await office().get(ListStuckLetters).execute(clerk(), { limit: 1, cursor });
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });
});
