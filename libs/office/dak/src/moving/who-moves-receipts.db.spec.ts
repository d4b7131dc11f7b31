import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { codeOf, withReceipts } from '../../../../../test/support/acts/sent-receipts';

const office = useOffice({ holds: 'section' });
const { diarise, forward, open, pullBack, giveBack, redirect, close, reopen, see } = withReceipts(office);
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
  type Act = 'pull back' | 'return' | 'redirect' | 'see' | 'close' | 'reopen';
  const ACTS: Record<Act, (by: Actor, id: string) => Promise<unknown>> = {
    'pull back': (by, id) => pullBack(by, id),
    return: (by, id) => giveBack(by, id),
    redirect: (by, id) => redirect(by, id, at('DS')),
    see: (by, id) => see(by, id),
    close: (by, id) => close(by, id),
    reopen: (by, id) => reopen(by, id),
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
    closed: async () => {
      const id = await opened();
      await close(at('SO'), id);
      return id;
    },
  };
  const [NONE, NOT, ILLEGAL] = ['not-found', 'not-allowed', 'illegal-receipt-move'];
  /** In the order of `ACTS`: pull back, return, redirect, see a copy, close, reopen. */
  const TABLE: Record<string, Record<string, readonly (string | null)[]>> = {
    ASO: {
      diarised: [NOT, ILLEGAL, ILLEGAL, 'no-copy', NOT, NOT],
      'sent, not opened': [null, NOT, NOT, 'no-copy', NOT, NOT],
      'sent and opened': ['letter-opened', NOT, NOT, 'no-copy', NOT, NOT],
      'pulled back': [NOT, 'letter-not-sent', 'letter-not-sent', 'no-copy', NOT, NOT],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy', ILLEGAL, NOT],
      closed: [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy', ILLEGAL, NOT],
    },
    SO: {
      diarised: [NOT, NOT, NOT, 'no-copy', NOT, ILLEGAL],
      'sent, not opened': [NOT, null, null, 'no-copy', null, ILLEGAL],
      'sent and opened': [NOT, null, null, 'no-copy', null, ILLEGAL],
      'pulled back': [NOT, NOT, NOT, 'no-copy', NOT, ILLEGAL],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy', ILLEGAL, ILLEGAL],
      closed: [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy', ILLEGAL, null],
    },
    // Reads it, as a superior.
    US: {
      diarised: [NOT, NOT, NOT, 'no-copy', NOT, ILLEGAL],
      'sent, not opened': [NOT, NOT, NOT, 'no-copy', NOT, ILLEGAL],
      'sent and opened': [NOT, NOT, NOT, 'no-copy', NOT, ILLEGAL],
      'pulled back': [NOT, NOT, NOT, 'no-copy', NOT, ILLEGAL],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy', ILLEGAL, ILLEGAL],
      closed: [ILLEGAL, ILLEGAL, ILLEGAL, 'no-copy', ILLEGAL, null],
    },
    AUDIT: {
      diarised: [NOT, NOT, NOT, NOT, NOT, NOT],
      'sent, not opened': [NOT, NOT, NOT, NOT, NOT, NOT],
      'sent and opened': [NOT, NOT, NOT, NOT, NOT, NOT],
      'pulled back': [NOT, NOT, NOT, NOT, NOT, NOT],
      'in a file': [ILLEGAL, ILLEGAL, ILLEGAL, NOT, ILLEGAL, NOT],
      closed: [ILLEGAL, ILLEGAL, ILLEGAL, NOT, ILLEGAL, NOT],
    },
    CLERK: Object.fromEntries(Object.keys(STATES).map((state) => [state, Object.keys(ACTS).map(() => NONE)])),
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

  it.each(['pull back', 'return', 'redirect', 'see', 'close', 'reopen'] as const)(
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
