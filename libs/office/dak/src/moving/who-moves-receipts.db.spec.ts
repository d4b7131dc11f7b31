import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { codeOf, withReceipts } from '../../../../../test/support/acts/sent-receipts';

const office = useOffice({ holds: 'section' });
const { diarise, forward, open, pullBack, giveBack, redirect, see } = withReceipts(office);
const at = (marking: Marking) => office().at(marking);

/** Marked by the assistant to the section officer. */
const sent = async () => {
  const id = await diarise(at('ASO'));
  await forward(at('ASO'), id, at('SO'));
  return id;
};
const opened = async () => {
  const id = await sent();
  await open(at('SO'), id);
  return id;
};

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
    expect(await codeOf(() => ACTS[act](at(who), id))).toBe(code);
    if (code !== null) expect(await office().counts()).toEqual(before);
  });

  it.each(['pull back', 'return', 'redirect', 'see'] as const)(
    'an assistant of an officer does not %s',
    async (act) => {
      const id = await diarise(at('ASO'));
      await forward(at('ASO'), id, at('US'), [at('DS')]);
      const assistant = await office().assistantOf(act === 'see' ? at('DS') : at('US'));
      expect(await codeOf(() => ACTS[act](assistant, id))).toBe('not-for-assistants');
    },
  );

  it('is told when it has changed meanwhile, and that what is redirected does not go to its sender', async () => {
    const id = await sent();
    expect(await codeOf(() => pullBack(at('ASO'), id, 99))).toBe('changed-meanwhile');
    expect(await codeOf(() => redirect(at('SO'), id, at('ASO')))).toBe('redirected-to-sender');
    expect(await codeOf(() => redirect(at('SO'), id, at('SO')))).toBe('to-oneself');
    expect(await codeOf(() => redirect(at('SO'), id, at('AUDIT')))).toBe('post-takes-no-files');
  });
});
