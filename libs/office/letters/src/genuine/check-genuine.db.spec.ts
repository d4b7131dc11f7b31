import { issueCodeOf } from '@patravali/contract';
import { RevokeIssue, SupersedeIssue } from '@patravali/letters';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { CheckGenuine } from './check-genuine';

const office = useOffice({ holds: 'section' });
const check = (code: string, sha256?: string) =>
  office()
    .get(CheckGenuine)
    .execute({ code, ...(sha256 === undefined ? {} : { sha256 }) });
const SIGNED = 'a'.repeat(64);

/** A letter of the under secretary to two addressees, with a copy to a third; and its code. */
const issued = async () => {
  const [by, signatory] = [office().at('SO'), office().at('US')];
  const { fileId } = await office().newFile(office().at('ASO'));
  const bytes = { sha256: SIGNED, size: 1000 };
  const { id, number } = await writeIssue(office(), { fileId, by, signatory, served: 0, bytes });
  const [issue] = await office().rows<{ code: string; day: string }>(
    'SELECT code, issued_on::text AS day FROM issue WHERE id = $1',
    [id],
  );
  return { id, number, code: issue?.code ?? '', day: issue?.day ?? '' };
};

describe('the code of a letter', () => {
  it('is drawn by the database for each entry, in the form that everybody knows', async () => {
    const drawn = await office().rows<{ code: string }>(
      'SELECT draw_issue_code() AS code FROM generate_series(1, 2000)',
    );
    for (const { code } of drawn) expect(issueCodeOf(code)).toBe(code);
    expect(new Set(drawn.map(({ code }) => code)).size).toBe(2000);
    // Each character in each place but the last is as likely as any other.
    const used = new Set(drawn.flatMap(({ code }) => Array.from(code, (character, place) => `${place}${character}`)));
    expect(used.size).toBe(15 * 32);
  });

  it('never changes, and is never given again', async () => {
    const [{ id }, { code }] = [await issued(), await issued()];
    await expect(office().rows('UPDATE issue SET code = $2 WHERE id = $1', [id, code])).rejects.toMatchObject({
      constraint: 'issue_is_final',
    });
    const copied = `INSERT INTO issue SELECT (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', '9(ii)'))).*
      FROM issue i WHERE id = $1`;
    await expect(office().rows(copied, [id])).rejects.toThrow(/unique|duplicate/i);
  });
});

describe('whoever has the code of a letter', () => {
  it('is told number, date, office, kind and the initials of its addressees, and nothing else', async () => {
    const { code, number, day } = await issued();
    expect(await check(code)).toEqual({
      number,
      issuedOn: day,
      office: expect.objectContaining({ hi: expect.any(String) as string, en: expect.any(String) as string }) as object,
      specimen: true,
      trial: false,
      form: 'letter',
      signatures: [],
      sealRevocation: null,
      addressees: ['नि०', 'प्र०'],
      standing: 'in_force',
      withdrawnOn: null,
      laterNumber: null,
      same: null,
    });
  });

  it('types it as he likes', async () => {
    const { code, number } = await issued();
    const typed = [code.toLowerCase(), ` ${code.slice(0, 5)} - ${code.slice(5, 10)} ${code.slice(10)}`];
    for (const each of typed) expect(await check(each)).toMatchObject({ number });
  });

  it('learns whether a PDF is the one that was signed', async () => {
    const { code } = await issued();
    expect(await check(code, SIGNED)).toMatchObject({ same: true });
    expect(await check(code, 'b'.repeat(64))).toMatchObject({ same: false });
  });

  it('learns that it was revoked, and when, but not why', async () => {
    const { id, code, day } = await issued();
    await office().get(RevokeIssue).execute(office().at('US'), id, { reason: 'गोपनीय कारण' });
    const told = await check(code, SIGNED);
    expect(told).toMatchObject({ standing: 'revoked', withdrawnOn: day, laterNumber: null, same: true });
    expect(JSON.stringify(told)).not.toContain('गोपनीय');
  });

  it('learns which later letter holds', async () => {
    const [{ id, code }, later] = [await issued(), await issued()];
    await office().get(SupersedeIssue).execute(office().at('US'), id, { laterNumber: later.number, reason: 'संशोधित' });
    expect(await check(code)).toMatchObject({ standing: 'superseded', laterNumber: later.number });
  });
});

describe('whoever has no code', () => {
  const UNKNOWN = '000000000000000';
  const MISTYPED = '000000000000001';
  const told = async (code: string) => {
    const refusal: unknown = await check(code).catch((error: unknown) => error);
    const { code: said, params, errors } = refusal as { code: string; params: object; errors: object };
    return { said, params, errors };
  };

  it('is answered alike, whether nobody has that code or it was mistyped', async () => {
    for (const code of [UNKNOWN, MISTYPED])
      expect(await told(code)).toEqual({ said: 'code-unknown', params: {}, errors: [] });
  });

  it.each(['', ' ', '7K3QM', `${UNKNOWN}0`, "' OR 1=1 --", '\u0000', 'क'.repeat(90)])(
    'is told of %j no more',
    async (code) => {
      expect(await told(code)).toMatchObject({ said: 'code-unknown' });
    },
  );

  it('does not reach the database with a mistyped one', async () => {
    const silent = new CheckGenuine({
      query: () => Promise.reject(new Error('the database was asked')),
    } as never);
    await expect(silent.execute({ code: MISTYPED })).rejects.toMatchObject({ code: 'code-unknown' });
    await expect(silent.execute({ code: UNKNOWN })).rejects.toThrow('the database was asked');
  });

  it('learns nothing of a number whose letter has not been made', async () => {
    const { id, code } = await issued();
    await office().rows('ALTER TABLE issue DISABLE TRIGGER USER');
    await office().rows(`UPDATE issue SET state = 'numbered', document_id = NULL, letter = '{}' WHERE id = $1`, [id]);
    await office().rows('ALTER TABLE issue ENABLE TRIGGER USER');
    expect(await told(code)).toMatchObject({ said: 'code-unknown' });
  });
});
