import {
  FILE_LIFE,
  type FileMove,
  type FileState,
  type FileView,
  type HeldPost,
  type Named,
  type Role,
} from '@patravali/contract';
import { ACT_IDS, type ActId, actOf, firstActs } from '../../../apps/web/src/file-page/acts/acts-of-file';
import { whyNot, whyNotAtTheFoot } from '../../../apps/web/src/file-page/acts/why-not';

type Post = Named<FileView>['holder'];

const held = (roles: readonly Role[], capacity: HeldPost['capacity'] = 'regular') =>
  ({ id: 'own', roles, capacity }) as unknown as HeldPost;
const OFFICER = held(['officer']);
const ASSISTANT = held(['dealing_hand']);

function aFile(of: { state?: FileState; forCorrection?: boolean; from?: string; wayBack?: string; green?: true } = {}) {
  const post = (marking?: string) => (marking === undefined ? null : { id: marking, marking }) as Post;
  return {
    state: of.state ?? 'on_desk',
    forCorrection: of.forCorrection ?? false,
    from: post(of.from),
    wayBack: post(of.wayBack),
    together: { mainFile: null },
    pendingNote: of.green ? { colour: 'green' } : null,
  } as unknown as Named<FileView>;
}

describe('What can be done with a file', () => {
  it('is each done by a key; two acts share one only where they are the same one there and back, or never both possible', () => {
    const THERE_AND_BACK: readonly (readonly ActId[])[] = [
      ['return', 'return_correction'],
      ['pull_back', 'ask_recall', 'withdraw_recall'],
      ['stop_clock', 'start_clock'],
      ['follow', 'unfollow'],
      ['take_up', 'park'],
    ];
    const clash = ACT_IDS.flatMap((one, index) =>
      ACT_IDS.slice(index + 1)
        .filter((other) => actOf(one).keys === actOf(other).keys && meet(one, other))
        .filter((other) => !THERE_AND_BACK.some((acts) => acts.includes(one) && acts.includes(other)))
        .map((other) => `${one} and ${other}`),
    );
    expect(clash).toEqual([]);
    expect(ACT_IDS.filter((id) => actOf(id).keys === '')).toEqual([]);
  });

  it('stands for an officer as discuss and return, for an assistant as put up a draft and park; what waits comes first', () => {
    const possible = new Set<ActId>(['note', 'put_up_draft', 'discuss', 'return', 'park', 'consult']);
    expect(firstActs(possible, true)).toEqual(['discuss', 'return']);
    expect(firstActs(possible, false)).toEqual(['put_up_draft', 'park']);
    expect(firstActs(new Set<ActId>([...possible, 'agree_recall', 'refuse_recall']), true)).toEqual([
      'agree_recall',
      'refuse_recall',
    ]);
    expect(firstActs(new Set<ActId>(['ask_recall', 'remind', 'follow']), false)).toEqual(['ask_recall', 'remind']);
  });

  describe('and why not', () => {
    const why = (id: ActId, file: Named<FileView>, post = OFFICER) => whyNot(actOf(id), file, post);

    it('says that it is set aside, or up for correction', () => {
      expect(why('return', aFile({ state: 'parked' }))?.sentence).toBe('acts.why.parked');
      expect(why('approve', aFile({ state: 'in_call_book' }))?.sentence).toBe('acts.why.in_call_book');
      expect(why('send', aFile({ forCorrection: true }))?.sentence).toBe('acts.why.correction');
    });

    it('says of a return that nobody sent it, or where it goes first', () => {
      expect(why('return', aFile())).toEqual({ sentence: 'acts.why.notSent' });
      const jumped = aFile({ from: 'HA(EST)', wayBack: 'AO(EST)' });
      expect(why('return', jumped)).toMatchObject({ sentence: 'acts.why.wayBack', post: { marking: 'AO(EST)' } });
    });

    it('says that the note is confirmed, or not yet written', () => {
      expect(whyNotAtTheFoot(actOf('note'), aFile({ green: true })).sentence).toBe('acts.why.green');
      expect(whyNotAtTheFoot(actOf('put_up_for_correction'), aFile()).sentence).toBe('acts.why.noWords');
    });

    it('is nothing where an act is never for this post', () => {
      for (const id of ['close', 'approve', 'regrade', 'discuss', 'put_in_call_book'] as const)
        expect(why(id, aFile({ state: 'parked' }), ASSISTANT)).toBeNull();
      expect(why('consult', aFile({ forCorrection: true }), held(['officer'], 'assistant'))).toBeNull();
    });
  });
});

/** Whether one post may be allowed both moves at once. */
function meet(one: ActId, other: ActId): boolean {
  const [move, another] = [actOf(one).move, actOf(other).move];
  if (move === undefined || another === undefined) return true;
  const of = (each: FileMove) => FILE_LIFE[each];
  const states: readonly FileState[] = of(another).from;
  const standings: readonly string[] = of(another).by.map(({ standing }) => standing);
  return (
    of(move).from.some((state) => states.includes(state)) &&
    of(move).by.some(({ standing }) => standings.includes(standing))
  );
}
