import { PageQuery } from '@patravali/contract';
import { DownloadDispatchRegister, ListStuckLetters } from '@patravali/dispatch';
import { FinishIssue } from '@patravali/letters';
import { SigningUnavailable } from '@patravali/signatures';
import { StoreUnavailable } from '@patravali/storage';
import { TypesettingFailed } from '@patravali/typesetting';
import { giveKey } from '../../../../../test/support/signing/signing-keys';
import { useLettersToSign } from '../../../../../test/support/signing/letters-to-sign';

const {
  office,
  at,
  store,
  typesetter,
  documentSigning,
  keys,
  withKey,
  approved,
  numbered,
  number,
  sign,
  cancel,
  ...letters
} = useLettersToSign();
const { draftOf, letterOf, keyed, eventsOf } = letters;

describe('when something fails', () => {
  it('the letter keeps its number and waits, and is set when it is wanted next', async () => {
    const { id, fileId } = await approved();
    jest.spyOn(typesetter(), 'typesetWithRooms').mockRejectedValueOnce(new TypesettingFailed('died'));
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'letter-unfinished' });
    expect(await draftOf(id)).toMatchObject({ state: 'numbered', signing: { byOfficers: true } });
    const [entry] = await office().rows<{ id: string }>('SELECT id FROM issue WHERE draft_id = $1', [id]);
    const issueId = entry?.id ?? '';
    expect(await sign(at('US'), issueId)).toMatchObject({ signed: 1 });
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.signed']);
  });

  it('it is told as not made while it is not set, and no longer while it only waits for its officers', async () => {
    const { id } = await approved();
    jest.spyOn(typesetter(), 'typesetWithRooms').mockRejectedValueOnce(new TypesettingFailed('died'));
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'letter-unfinished' });
    await office().rows(`ALTER TABLE issue DISABLE TRIGGER issue_is_final;
      UPDATE issue SET issued_at = issued_at - INTERVAL '1 hour';
      ALTER TABLE issue ENABLE TRIGGER issue_is_final`);
    const stuck = async () => {
      const { items } = await office()
        .get(ListStuckLetters)
        .execute(at('US'), { ...PageQuery.parse({}), limit: 200 });
      return items.filter(({ draftId }) => draftId === id).map(({ reason }) => reason);
    };
    expect(await stuck()).toEqual(['not_made']);
    await number(at('US'), id);
    expect(await stuck()).toEqual([]);
  });

  it('the job sets it, and leaves the signing to its officers', async () => {
    const { id } = await approved();
    jest.spyOn(store(), 'put').mockRejectedValueOnce(new StoreUnavailable('silent'));
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'letter-unfinished' });
    const [entry] = await office().rows<{ id: string }>('SELECT id FROM issue WHERE draft_id = $1', [id]);
    await office()
      .get(FinishIssue)
      .executeJob({ organisationId: office().id, issueId: entry?.id ?? '' });
    const [set] = await office().rows('SELECT state, unsigned_size > 0 AS set FROM issue WHERE draft_id = $1', [id]);
    expect(set).toEqual({ state: 'numbered', set: true });
    await expect(
      office()
        .get(FinishIssue)
        .execute(at('US'), entry?.id ?? ''),
    ).rejects.toMatchObject({
      code: 'letter-to-be-signed',
    });
  });

  it.each([
    [
      'the signing process',
      () => jest.spyOn(documentSigning(), 'sign').mockRejectedValueOnce(new SigningUnavailable('died')),
      'signature-unavailable',
    ],
    [
      'the store',
      () => jest.spyOn(store(), 'put').mockRejectedValueOnce(new StoreUnavailable('silent')),
      'store-unavailable',
    ],
  ])('%s, nothing is signed, and the same request signs it', async (_, failing, code) => {
    const { issueId } = await numbered();
    const us = keyed(at('US'), `fails ${issueId}`);
    failing();
    const error: unknown = await sign(us, issueId).catch((failure: unknown) => failure);
    expect(error instanceof StoreUnavailable ? 'store-unavailable' : (error as { code?: string }).code).toBe(code);
    expect(await letterOf(at('US'), issueId)).toMatchObject({ signed: 0, isYourTurn: true });
    expect(await sign(us, issueId)).toMatchObject({ signed: 1 });
  });

  it('between signing and entering, the office fell: what was signed is named by nobody, and is signed anew', async () => {
    const { issueId, fileId } = await numbered();
    jest.spyOn(office().transactions, 'run').mockRejectedValueOnce(new Error('fell'));
    await expect(sign(at('US'), issueId)).rejects.toThrow('fell');
    expect(await office().rows('SELECT FROM letter_signature WHERE issue_id = $1', [issueId])).toEqual([]);
    expect(await sign(at('US'), issueId)).toMatchObject({ signed: 1 });
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.signed']);
  });

  it('a wrong passphrase signs nothing, is remembered, and none is wrong too', async () => {
    const { issueId } = await numbered();
    const { keyId } = withKey(at('US'));
    for (const passphrase of ['another passphrase', null])
      await expect(sign(at('US'), issueId, { keyId, passphrase })).rejects.toMatchObject({
        code: 'passphrase-wrong',
        errors: [{ pointer: '#/passphrase' }],
      });
    expect(await letterOf(at('US'), issueId)).toMatchObject({ signed: 0 });
    expect(
      await office().rows(`SELECT FROM security_event WHERE kind = 'key_not_opened' AND user_id = $1`, [
        at('US').userId,
      ]),
    ).toHaveLength(1);
  });

  it('a key of another, one that was replaced, or one whose certificate holds no more signs nothing', async () => {
    const { issueId } = await numbered();
    await expect(sign(at('US'), issueId, withKey(at('DS')))).rejects.toMatchObject({ code: 'not-found' });
    const old = withKey(at('US'));
    keys.set(at('US').userId, await giveKey(office(), at('US')));
    await expect(sign(at('US'), issueId, old)).rejects.toMatchObject({ code: 'key-ended' });
    const { keyId } = withKey(at('US'));
    const until = async (sql: string) => {
      await office().rows('ALTER TABLE signing_key DISABLE TRIGGER USER');
      await office().rows(`UPDATE signing_key SET valid_until = ${sql} WHERE id = $1`, [keyId]);
      await office().rows('ALTER TABLE signing_key ENABLE TRIGGER USER');
    };
    await until(`office_now() - INTERVAL '1 minute'`);
    await expect(sign(at('US'), issueId)).rejects.toMatchObject({ code: 'certificate-not-valid' });
    await until(`office_now() + INTERVAL '1 year'`);
    expect(await sign(at('US'), issueId)).toMatchObject({ signed: 1 });
  });
});

describe('a number that is given up', () => {
  it('stays in the register, also after the first signature, and is signed by nobody any more', async () => {
    const { id, issueId, number: drawn } = await numbered();
    await sign(at('US'), issueId);
    await cancel(at('US'), id);
    expect(await draftOf(id)).toMatchObject({ state: 'cancelled', issueNumber: drawn, signing: { issueId: null } });
    await expect(sign(at('DS'), issueId)).rejects.toMatchObject({ code: 'illegal-draft-move' });
    await expect(letterOf(at('DS'), issueId)).rejects.toMatchObject({ code: 'not-found' });
    const set = jest.spyOn(typesetter(), 'register').mockResolvedValueOnce(new Uint8Array());
    await office().get(DownloadDispatchRegister).execute(at('US'), {}, 'hi');
    expect(set.mock.lastCall?.[0].rows.some(([first]) => first === drawn)).toBe(true);
  });
});
