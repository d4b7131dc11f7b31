import type { Actor } from '@patravali/authorization';
import { ForwardFile } from '@patravali/movement';
import { consultingActs } from '../../../../test/support/acts/consulting-acts';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';
import { Questions } from './questions';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const aso = () => office().at('ASO');
const { today, consult, answer, giveBack, withdraw, list } = consultingActs(office);

/** State × act × actor: what each of them may do with a question that is open or ended. */
describe('who may what with a consultation', () => {
  const ACTS = ['ask', 'withdraw', 'answer', 'return', 'list', 'read'] as const;
  type Act = (typeof ACTS)[number];
  type Who = 'holder' | 'reader' | 'asked' | 'stranger' | 'assistant';
  const NONE = 'not-found';
  const TABLE: Record<'asked' | 'answered' | 'returned' | 'withdrawn', Record<Who, Record<Act, string>>> = {
    asked: {
      holder: { ask: 'already-consulted', withdraw: 'done', answer: NONE, return: NONE, list: 'done', read: NONE },
      reader: { ask: 'not-allowed', withdraw: 'not-allowed', answer: NONE, return: NONE, list: 'done', read: NONE },
      asked: { ask: NONE, withdraw: NONE, answer: 'done', return: 'done', list: NONE, read: 'done' },
      stranger: { ask: NONE, withdraw: NONE, answer: NONE, return: NONE, list: NONE, read: NONE },
      assistant: {
        ask: NONE,
        withdraw: NONE,
        answer: 'not-for-assistants',
        return: 'not-for-assistants',
        list: NONE,
        read: NONE,
      },
    },
    answered: endedBy('done'),
    returned: endedBy('done'),
    withdrawn: endedBy('done'),
  };
  function endedBy(ask: string): Record<Who, Record<Act, string>> {
    const over = 'consultation-ended';
    return {
      holder: { ask, withdraw: 'nobody-consulted', answer: NONE, return: NONE, list: 'done', read: NONE },
      reader: { ask: 'not-allowed', withdraw: 'not-allowed', answer: NONE, return: NONE, list: 'done', read: NONE },
      asked: { ask: NONE, withdraw: NONE, answer: over, return: over, list: NONE, read: NONE },
      stranger: { ask: NONE, withdraw: NONE, answer: NONE, return: NONE, list: NONE, read: NONE },
      assistant: {
        ask: NONE,
        withdraw: NONE,
        answer: 'not-for-assistants',
        return: 'not-for-assistants',
        list: NONE,
        read: NONE,
      },
    };
  }
  const cases = Object.entries(TABLE).flatMap(([state, each]) =>
    (Object.keys(each) as Who[]).flatMap((who) => ACTS.map((act) => [state, who, act] as const)),
  );

  it.each(cases)('that is %s: %s does %s', async (state, who, act) => {
    await today('2026-06-01');
    const [asked, stranger] = [await office().actor(), await office().actor()];
    const { fileId } = await office().newFile(aso());
    await office()
      .get(ForwardFile)
      .execute(aso(), fileId, { toPostId: so().postId, ...WORDS });
    const [id] = await consult(so(), fileId, [asked]);
    if (state === 'answered') await answer(asked, id);
    if (state === 'returned') await giveBack(asked, id);
    if (state === 'withdrawn') await withdraw(so(), fileId);
    const people = { holder: so(), reader: aso(), asked, stranger, assistant: await office().assistantOf(asked) };
    const acts: Record<Act, (by: Actor) => Promise<unknown>> = {
      ask: (by) => consult(by, fileId, [asked]),
      withdraw: (by) => withdraw(by, fileId),
      answer: (by) => answer(by, id),
      return: (by) => giveBack(by, id),
      list: (by) => list(by, fileId),
      read: (by) =>
        office()
          .get(Questions)
          .one(by, id ?? ''),
    };
    const outcome = await acts[act](people[who]).then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );
    expect(outcome).toBe(TABLE[state as keyof typeof TABLE][who][act]);
  });
});
