import type { Actor } from '@patravali/authorization';
import {
  DispatchIssue as DispatchIssueRequest,
  FollowDispatch as FollowDispatchRequest,
  IssueView,
  MarkNotToBeSent as MarkNotToBeSentRequest,
} from '@patravali/contract';
import { ConfirmAddress, IssueViewQuery, MarkNotToBeSent } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { DispatchIssue } from './dispatch-issue';
import { FollowDispatch } from './follow-dispatch';

const office = useOffice({ holds: 'section' });
const clerk = () => office().at('DISPATCH');

/** A letter of the under secretary, issued by the section officer, to two addressees, with a copy to a third. */
const issued = async () => {
  const { fileId } = await office().newFile(office().at('ASO'));
  const letter = { fileId, by: office().at('SO'), signatory: office().at('US'), served: 0, email: 'a@example.in' };
  return (await writeIssue(office(), letter)).id;
};
const view = (id: string) => office().named(IssueView, office().get(IssueViewQuery).execute(clerk(), id));
const send = (by: Actor, id: string, ...dispatches: object[]) =>
  office().get(DispatchIssue).execute(by, id, DispatchIssueRequest.parse({ dispatches }));
const follow = (by: Actor, issueId: string, dispatchId: string, told: object) =>
  office().get(FollowDispatch).execute(by, issueId, dispatchId, FollowDispatchRequest.parse(told));
const withhold = (by: Actor, id: string) =>
  office()
    .get(MarkNotToBeSent)
    .execute(by, id, MarkNotToBeSentRequest.parse({ recipients: [0], reason: 'पद समाप्त' }));

const STATES = ['queued', 'sent', 'delivered', 'returned', 'failed'] as const;
type State = (typeof STATES)[number];
const CAME_BACK = { outcome: 'returned', reason: 'प्रेषिती नहीं मिला' };

/** A letter that is in that state for its first addressee. */
async function inState(state: State) {
  const id = await issued();
  const mode = state === 'queued' || state === 'failed' ? 'email' : 'registered_post';
  const [dispatchId = ''] = (await send(clerk(), id, { recipient: 0, mode })).dispatchIds;
  if (state === 'failed') {
    await office().rows(`UPDATE dispatch SET state = 'failed', failure = '550 no' WHERE id = $1`, [dispatchId]);
  }
  if (state === 'delivered') await follow(clerk(), id, dispatchId, { outcome: 'delivered' });
  if (state === 'returned') await follow(clerk(), id, dispatchId, CAME_BACK);
  return { id, dispatchId };
}

describe('the dispatches of a letter', () => {
  it('are numbered under its number; what came back is sent again under the next', async () => {
    const id = await issued();
    const [first = ''] = (
      await send(clerk(), id, { recipient: 0, mode: 'registered_post', trackingNumber: 'RU1IN', postage: 4200 })
    ).dispatchIds;
    await send(clerk(), id, { recipient: 2, mode: 'by_hand' }, { recipient: 1, mode: 'post' });
    await follow(clerk(), id, first, CAME_BACK);
    await send(clerk(), id, { recipient: 0, mode: 'speed_post' });
    const [to, second, copy] = (await view(id)).sendings;
    expect(to).toMatchObject({
      state: 'sent',
      dispatches: [
        {
          ordinal: 1,
          mode: 'registered_post',
          state: 'returned',
          trackingNumber: 'RU1IN',
          postage: 4200,
          failure: 'प्रेषिती नहीं मिला',
        },
        { ordinal: 4, mode: 'speed_post', state: 'sent', failure: null },
      ],
    });
    expect([second, copy].map((sending) => sending?.dispatches[0]?.ordinal).sort()).toEqual([2, 3]);
  });

  it('are numbered without a gap by those who send at the same time', async () => {
    const id = await issued();
    await Promise.all([0, 1, 2].map((recipient) => send(clerk(), id, { recipient, mode: 'by_hand' })));
    const { sendings } = await view(id);
    expect(sendings.map(({ dispatches }) => dispatches[0]?.ordinal).sort()).toEqual([1, 2, 3]);
  });

  it('cost postage only by post, entered with them or later', async () => {
    const { id, dispatchId } = await inState('sent');
    await follow(clerk(), id, dispatchId, { postage: 4200 });
    expect((await view(id)).sendings[0]?.dispatches).toMatchObject([{ state: 'sent', postage: 4200 }]);
    for (const wrong of [
      { mode: 'by_hand', postage: 1 },
      { mode: 'post', postage: -1 },
      { mode: 'post', postage: 0.5 },
    ])
      expect(DispatchIssueRequest.safeParse({ dispatches: [{ recipient: 1, ...wrong }] }).success).toBe(false);
    const [byHand = ''] = (await send(clerk(), id, { recipient: 1, mode: 'by_hand' })).dispatchIds;
    await expect(follow(clerk(), id, byHand, { postage: 100 })).rejects.toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/postage' }],
    });
  });
});

/** What each act comes to in each state; `done`, or why it is refused. */
const ACTS = {
  'send again': {
    act: (by: Actor, { id }: Dispatched) => send(by, id, { recipient: 0, mode: 'by_hand' }),
    comesTo: {
      queued: 'recipient-served',
      sent: 'recipient-served',
      delivered: 'recipient-served',
      returned: 'done',
      failed: 'done',
    },
  },
  delivered: {
    act: (by: Actor, { id, dispatchId }: Dispatched) => follow(by, id, dispatchId, { outcome: 'delivered' }),
    comesTo: underWay('sent'),
  },
  returned: {
    act: (by: Actor, { id, dispatchId }: Dispatched) => follow(by, id, dispatchId, CAME_BACK),
    comesTo: underWay('sent'),
  },
  track: {
    act: (by: Actor, { id, dispatchId }: Dispatched) => follow(by, id, dispatchId, { trackingNumber: 'RU2IN' }),
    comesTo: underWay('sent'),
  },
  'not to be sent': {
    act: (by: Actor, { id }: Dispatched) => withhold(by, id),
    comesTo: {
      queued: 'recipient-served',
      sent: 'recipient-served',
      delivered: 'recipient-served',
      returned: 'done',
      failed: 'done',
    },
  },
} as const;
type Dispatched = Awaited<ReturnType<typeof inState>>;

function underWay(only: State): Record<State, string> {
  const refused = STATES.map((state) => [state, state === only ? 'done' : 'dispatch-not-under-way'] as const);
  return Object.fromEntries(refused) as Record<State, string>;
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

describe('state by act by actor', () => {
  const rows = STATES.flatMap((state) => Object.keys(ACTS).map((name) => [state, name as keyof typeof ACTS] as const));

  it.each(rows)('a dispatch that is %s: %s', async (state, name) => {
    const { act, comesTo } = ACTS[name];
    const dispatched = await inState(state);
    for (const marking of ['ASO', 'DS', 'AUDIT'] as const) {
      expect([marking, await codeOf(act(office().at(marking), dispatched))]).toEqual([marking, 'not-allowed']);
    }
    for (const marking of ['OTHER', 'CLERK'] as const) {
      expect([marking, await codeOf(act(office().at(marking), dispatched))]).toEqual([marking, 'not-found']);
    }
    for (const marking of ['DISPATCH', 'SO', 'US'] as const) {
      const fresh = await inState(state);
      expect([marking, await codeOf(act(office().at(marking), fresh))]).toEqual([marking, comesTo[state]]);
    }
  });

  it('a mail that failed goes to another address once the issuing post has confirmed it', async () => {
    const { id } = await inState('failed');
    await office().get(ConfirmAddress).execute(office().at('SO'), id, { recipient: 0, email: 'b@example.in' });
    await send(clerk(), id, { recipient: 0, mode: 'email', email: 'b@example.in' });
    expect((await view(id)).sendings[0]?.dispatches).toMatchObject([
      { ordinal: 1, email: 'a@example.in', state: 'failed' },
      { ordinal: 2, email: 'b@example.in', state: 'queued' },
    ]);
  });
});
