import type { Actor } from '@patravali/authorization';
import { DispatchIssue as DispatchIssueRequest, IssueView } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery, ListIssues, SendDispatchMail } from '@patravali/dispatch';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { RevokeIssue } from './revoke-issue';
import { SupersedeIssue } from './supersede-issue';

const office = useOffice({ holds: 'section' });
const revoke = (by: Actor, id: string, reason = 'भूल से निर्गत') => office().get(RevokeIssue).execute(by, id, { reason });
const supersede = (by: Actor, id: string, laterNumber: string, reason = 'संशोधित पत्र निर्गत') =>
  office().get(SupersedeIssue).execute(by, id, { laterNumber, reason });
const view = (by: Actor, id: string) => office().named(IssueView, office().get(IssueViewQuery).execute(by, id));
const send = (by: Actor, id: string) =>
  office()
    .get(DispatchIssue)
    .execute(by, id, DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: 'post' }] }));
const codeOf = (acting: Promise<unknown>): Promise<string> =>
  acting.then(
    () => 'done',
    (error: unknown) => String((error as { code?: string }).code),
  );

/** A letter of the under secretary, which the section officer, whom he named, has issued. */
const issued = async (wishes: { at?: string; email?: string } = {}) => {
  const [by, signatory] = [office().at('SO'), office().at('US')];
  const { fileId } = await office().newFile(office().at('ASO'));
  return await writeIssue(office(), { fileId, by, signatory, served: 0, ...wishes });
};

/** State × act × actor: the signing post alone, once, and only over an issued letter. */
describe('who may say that a letter no longer holds', () => {
  const ACTS = ['revoke', 'supersede'] as const;
  type Who = 'signing post' | 'issuing post' | 'superior' | 'reader' | 'dispatcher' | 'assistant' | 'stranger';
  const NOT = 'not-allowed';
  const others = {
    'issuing post': NOT,
    superior: NOT,
    reader: NOT,
    dispatcher: NOT,
    assistant: NOT,
    stranger: 'not-found',
  };
  const TABLE: Record<'issued' | 'revoked' | 'superseded', Record<Who, string>> = {
    issued: { 'signing post': 'done', ...others },
    revoked: { 'signing post': 'letter-withdrawn', ...others },
    superseded: { 'signing post': 'letter-withdrawn', ...others },
  };
  const cases = Object.entries(TABLE).flatMap(([state, each]) =>
    Object.keys(each).flatMap((who) => ACTS.map((act) => [state, who as Who, act] as const)),
  );

  it.each(cases)('that is %s: the %s tries to %s it', async (state, who, act) => {
    const [us, so] = [office().at('US'), office().at('SO')];
    const [letter, later] = [await issued({ at: '2026-01-02T10:00:00Z' }), await issued()];
    if (state === 'revoked') await revoke(us, letter.id);
    if (state === 'superseded') await supersede(us, letter.id, later.number);
    const people: Record<Who, Actor> = {
      'signing post': us,
      'issuing post': so,
      superior: office().at('DS'),
      reader: office().at('ASO'),
      dispatcher: office().at('DISPATCH'),
      stranger: office().at('OTHER'),
      assistant: await office().assistantOf(so),
    };
    const by = people[who];
    const acting = act === 'revoke' ? revoke(by, letter.id) : supersede(by, letter.id, later.number);
    const expected = TABLE[state as keyof typeof TABLE][who];
    expect(await codeOf(acting)).toBe(expected);
    const seen = await view(us, letter.id);
    expect(seen.mayWithdraw).toBe(state === 'issued' && expected !== 'done');
    expect(seen.withdrawn === null).toBe(seen.mayWithdraw);
  });
});

describe('a letter that no longer holds', () => {
  it('says on its page and in the register who revoked it, when and why; its entry stays as it was', async () => {
    const { id, documentId } = await issued();
    const entry = () => office().rows('SELECT to_jsonb(i) AS entry FROM issue i WHERE id = $1', [id]);
    const before = await entry();
    await revoke(office().at('US'), id, 'तथ्यात्मक त्रुटि');
    const withdrawn = { kind: 'revoked', reason: 'तथ्यात्मक त्रुटि', by: { post: { marking: 'US' } }, later: null };
    expect(await view(office().at('DISPATCH'), id)).toMatchObject({ state: 'issued', documentId, withdrawn });
    const [row] = (await office().get(ListIssues).execute(office().at('DISPATCH'), { limit: 1 })).items;
    expect(row).toMatchObject({ id, withdrawn: { kind: 'revoked', reason: 'तथ्यात्मक त्रुटि' } });
    expect(await entry()).toEqual(before);
  });

  it('names the letter that superseded it, which knows nothing of that', async () => {
    const [letter, later] = [await issued(), await issued()];
    await supersede(office().at('US'), letter.id, later.number);
    expect((await view(office().at('US'), letter.id)).withdrawn).toMatchObject({
      kind: 'superseded',
      later: { id: later.id, number: later.number },
    });
    expect((await view(office().at('US'), later.id)).withdrawn).toBeNull();
  });

  it('is told in the history of its file, with the reason', async () => {
    const [letter, later] = [await issued(), await issued()];
    await supersede(office().at('US'), letter.id, later.number, 'संशोधित');
    await revoke(office().at('US'), later.id, 'निरर्थक');
    const told = await office().rows(
      `SELECT name, reason, data, related_id AS id FROM event WHERE related_id = ANY ($1) AND name LIKE 'issue.%'
       ORDER BY at`,
      [[letter.id, later.id]],
    );
    expect(told).toEqual([
      {
        name: 'issue.superseded',
        reason: 'संशोधित',
        id: letter.id,
        data: { number: letter.number, laterIssueId: later.id, laterNumber: later.number },
      },
      { name: 'issue.revoked', reason: 'निरर्थक', id: later.id, data: { number: later.number } },
    ]);
  });

  it('is sent to nobody any more', async () => {
    const { id } = await issued();
    await revoke(office().at('US'), id);
    await expect(send(office().at('DISPATCH'), id)).rejects.toMatchObject({
      code: 'letter-withdrawn',
      params: { kind: 'revoked' },
    });
    expect((await view(office().at('DISPATCH'), id)).sendings[0]).toMatchObject({ state: 'to_send', dispatches: [] });
  });

  it('is not mailed either when it was revoked while its mail was waiting', async () => {
    const { id } = await issued({ email: 'inspector@example.in' });
    const asked = DispatchIssueRequest.parse({ dispatches: [{ recipient: 0, mode: 'email' }] });
    const { dispatchIds } = await office().get(DispatchIssue).execute(office().at('DISPATCH'), id, asked);
    await revoke(office().at('US'), id);
    const job = { organisationId: office().id, dispatchId: dispatchIds[0] ?? '' };
    await office().get(SendDispatchMail).execute(job, { last: false });
    expect((await view(office().at('DISPATCH'), id)).sendings[0]).toMatchObject({
      state: 'to_send',
      dispatches: [{ state: 'failed', failure: 'letter-withdrawn' }],
    });
  });

  it('is revoked or sent, whichever was first, when both are asked at once', async () => {
    const { id } = await issued();
    const [sent, revoked] = await Promise.all([
      codeOf(send(office().at('DISPATCH'), id)),
      codeOf(revoke(office().at('US'), id)),
    ]);
    expect(revoked).toBe('done');
    expect(['done', 'letter-withdrawn']).toContain(sent);
  });

  it('was withdrawn once, however many try at the same time', async () => {
    const [letter, later] = [await issued(), await issued()];
    const us = office().at('US');
    const tries = await Promise.all([
      ...Array.from({ length: 4 }, () => codeOf(revoke(us, letter.id))),
      ...Array.from({ length: 4 }, () => codeOf(supersede(us, letter.id, later.number))),
    ]);
    expect(tries.filter((each) => each === 'done')).toHaveLength(1);
    expect(new Set(tries)).toEqual(new Set(['done', 'letter-withdrawn']));
  });
});

describe('the letter that takes the place of another', () => {
  const unfit = { code: 'later-letter-unfit', errors: [{ pointer: '#/laterNumber', detail: 'later-letter-unfit' }] };
  const us = () => office().at('US');

  it('is another one, and later', async () => {
    const [earlier, letter] = [await issued({ at: '2026-01-02T10:00:00Z' }), await issued()];
    await expect(supersede(us(), letter.id, letter.number)).rejects.toMatchObject(unfit);
    await expect(supersede(us(), letter.id, earlier.number)).rejects.toMatchObject(unfit);
    await supersede(us(), earlier.id, letter.number);
  });

  it('is there, and holds itself', async () => {
    const [letter, later] = [await issued(), await issued()];
    await expect(supersede(us(), letter.id, '999/NOWHERE')).rejects.toMatchObject(unfit);
    await revoke(us(), later.id);
    await expect(supersede(us(), letter.id, later.number)).rejects.toMatchObject(unfit);
  });

  it('is one that its signatory may read: nothing is learnt of any other', async () => {
    const stranger = office().at('OTHER');
    const letter = await issued();
    const { fileId } = await office().newFile(stranger, { grading: 'confidential' });
    const secret = await writeIssue(office(), { fileId, by: stranger, signatory: stranger, served: 0 });
    await expect(supersede(us(), letter.id, secret.number)).rejects.toMatchObject(unfit);
  });
});
