import { createHash } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { IssueRow, IssueView, type LetterForm, pageOf, RegisterQuery } from '@patravali/contract';
import { IssueViewQuery, ListIssues } from '@patravali/dispatch';
import { SweepObjects } from '@patravali/documents';
import { CreateDraft } from '@patravali/drafts';
import { Refusal } from '@patravali/errors';
import { ForwardFile } from '@patravali/movement';
import { SetSigningRule } from '@patravali/organisation';
import { StoreUnavailable, toSha256 } from '@patravali/storage';
import { PDFDocument } from 'pdf-lib';
import { giveKey } from '../../../../../test/support/signing/signing-keys';
import { WORDS } from '../../../../../test/support/office/words';
import { useLettersToSign } from '../../../../../test/support/signing/letters-to-sign';

const { office, at, store, contentOf, approved, numbered, number, sign, issue, cancel, ...letters } =
  useLettersToSign();
const { draftOf, letterOf, keyed, eventsOf, bytesOf } = letters;

/** As the register says it. */
const waitsFor = async (issueId: string) => {
  const page = office()
    .get(ListIssues)
    .execute(at('US'), { ...RegisterQuery.parse({}), limit: 200 });
  const { items } = await office().named(pageOf(IssueRow), page);
  return items.find(({ id }) => id === issueId)?.waitsFor?.marking;
};

describe('a letter that two officers sign', () => {
  it('is numbered, set, signed in turn, and issued by the last signature', async () => {
    const { fileId, id, issueId, number: drawn } = await numbered();
    expect(await draftOf(id)).toMatchObject({
      state: 'numbered',
      issueId: null,
      issueNumber: drawn,
      signing: {
        byOfficers: true,
        issueId,
        signatories: [
          { post: { marking: 'US' }, at: null },
          { post: { marking: 'DS' }, at: null },
        ],
      },
    });
    expect(await letterOf(at('DS'), issueId)).toMatchObject({ signed: 0, of: 2, isYourTurn: false });
    expect(await letterOf(at('US'), issueId)).toMatchObject({ isYourTurn: true });
    expect(await waitsFor(issueId)).toBe('US');
    expect(await sign(at('US'), issueId)).toEqual({ issueId, number: drawn, state: 'numbered', signed: 1, of: 2 });
    expect(await letterOf(at('DS'), issueId)).toMatchObject({ signed: 1, of: 2, isYourTurn: true });
    const [told] = await office().rows(`SELECT data ->> 'toPostId' AS to FROM event WHERE name = 'draft.signed'`);
    expect(told).toEqual({ to: at('DS').postId });
    expect(await sign(at('DS'), issueId)).toEqual({ issueId, number: drawn, state: 'issued', signed: 2, of: 2 });
    expect(await waitsFor(issueId)).toBeUndefined();
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.signed', 'draft.issued']);
    expect(await draftOf(id)).toMatchObject({ state: 'issued', issueId, signing: { byOfficers: true, issueId: null } });
    const view = await office().named(IssueView, office().get(IssueViewQuery).execute(at('US'), issueId));
    expect(view.signatures.map(({ by }) => by.post.marking)).toEqual(['US', 'DS']);
    expect(view.sendings).toHaveLength(1);
  });

  it('begins with the very bytes that were to be signed, and with those of each signature before the last', async () => {
    const { issueId } = await numbered();
    await sign(at('US'), issueId);
    await sign(at('DS'), issueId);
    const bytes = await bytesOf(issueId);
    const [before] = await office().rows<{ sha256: string; size: number }>(
      'SELECT unsigned_sha256 AS sha256, unsigned_size AS size FROM issue WHERE id = $1',
      [issueId],
    );
    const signatures = await office().rows<{ sha256: string; size: number }>(
      'SELECT sha256, size FROM letter_signature WHERE issue_id = $1 ORDER BY ordinal',
      [issueId],
    );
    const hashes = [before, ...signatures].map((part) =>
      createHash('sha256').update(bytes.subarray(0, part?.size)).digest('hex'),
    );
    expect(hashes).toEqual([before, ...signatures].map((part) => part?.sha256));
    expect(bytes.toString('latin1').match(/\/ByteRange/g)).toHaveLength(2);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
  });

  it('is signed wherever its file has gone, by whoever may not read it', async () => {
    const other = at('OTHER');
    const { fileId, issueId } = await numbered([other]);
    await office()
      .get(ForwardFile)
      .execute(at('US'), fileId, { toPostId: at('SO').postId, action: 'put_up', ...WORDS });
    await sign(at('US'), issueId);
    expect(await sign(other, issueId)).toMatchObject({ state: 'issued' });
  });

  it('is signed once, however often and however many at once he asks, and he is told the same', async () => {
    const { fileId, issueId } = await numbered();
    const us = at('US');
    const answers = await Promise.all([sign(us, issueId), sign(us, issueId), sign(us, issueId)]);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    const again = keyed(at('DS'), `sign ${issueId}`);
    const first = await sign(again, issueId);
    expect(await sign(again, issueId)).toEqual(first);
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.signed', 'draft.issued']);
  });

  it('keeps what it is made of in the store until it is issued, and no longer than that names it', async () => {
    const { issueId } = await numbered();
    const hash = async () =>
      (await office().rows<{ h: string }>('SELECT unsigned_sha256 AS h FROM issue WHERE id = $1', [issueId]))[0]?.h ??
      '';
    const unsigned = toSha256(await hash());
    await office().get(SweepObjects).execute();
    expect(await store().size(unsigned)).not.toBeNull();
  });
});

describe('who may do what with a letter of officers', () => {
  const STATES = {
    approved: () => approved(),
    numbered: () => numbered(),
    'signed by one': async () => {
      const letter = await numbered();
      await sign(at('US'), letter.issueId);
      return letter;
    },
    issued: async () => {
      const letter = await numbered();
      await sign(at('US'), letter.issueId);
      await sign(at('DS'), letter.issueId);
      return letter;
    },
    cancelled: async () => {
      const letter = await numbered();
      await cancel(at('US'), letter.id);
      return letter;
    },
  } satisfies Record<string, () => Promise<{ id: string; issueId?: string }>>;
  type State = keyof typeof STATES;
  const NOBODY = '00000000-0000-4000-8000-000000000000';

  // What is refused to the signatory, to the one after him, to another officer, and to the signatory's assistant.
  it.each<[State, 'issue' | 'number' | 'sign', (string | null)[]]>([
    ['approved', 'issue', ['letter-to-be-signed', 'not-found', 'not-found', 'not-for-assistants']],
    ['approved', 'number', [null, 'not-found', 'not-found', 'not-for-assistants']],
    ['approved', 'sign', ['not-found', 'not-found', 'not-found', 'not-found']],
    ['numbered', 'issue', ['letter-to-be-signed', 'not-found', 'not-found', 'not-for-assistants']],
    ['numbered', 'number', [null, 'not-found', 'not-found', 'not-for-assistants']],
    ['numbered', 'sign', [null, 'not-your-turn', 'not-found', 'not-found']],
    ['signed by one', 'number', [null, 'not-found', 'not-found', 'not-for-assistants']],
    ['signed by one', 'sign', [null, null, 'not-found', 'not-found']],
    ['issued', 'issue', ['illegal-draft-move', 'not-found', 'not-found', 'not-for-assistants']],
    ['issued', 'number', ['illegal-draft-move', 'not-found', 'not-found', 'not-for-assistants']],
    ['issued', 'sign', [null, null, 'not-found', 'not-found']],
    ['cancelled', 'sign', ['illegal-draft-move', 'illegal-draft-move', 'not-found', 'not-found']],
  ])(
    '%s, %s',
    async (state, act, codes) => {
      const others = [at('US'), at('OTHER'), at('CLERK'), await office().assistantOf(at('US'))];
      for (const [index, who] of others.entries()) {
        // A superior of the signatory reads the file; these have never heard of it.
        const by = act === 'sign' && index === 1 ? at('DS') : who;
        const letter: { id: string; issueId?: string } = await STATES[state]();
        const doing = {
          issue: () => issue(by, letter.id),
          number: () => number(by, letter.id),
          sign: () => sign(by, letter.issueId ?? NOBODY),
        }[act]();
        const code = await doing.then(
          () => null,
          (error: unknown) => (error instanceof Refusal ? error.code : error),
        );
        expect([state, act, index, code]).toEqual([state, act, index, codes[index]]);
      }
    },
    120_000,
  );

  it('is numbered from the signing post only, where others sign too', async () => {
    const { fileId, id } = await approved([at('DS')], { naming: at('SO') });
    await office()
      .get(ForwardFile)
      .execute(at('US'), fileId, { toPostId: at('SO').postId, action: 'put_up', ...WORDS });
    const refusal = { code: 'signed-from-signing-post', params: { post: 'US' } };
    await expect(issue(at('SO'), id)).rejects.toMatchObject(refusal);
    await expect(number(at('SO'), id)).rejects.toMatchObject(refusal);
  });

  it('is not numbered while nobody holds a post that is to sign', async () => {
    const vacant = await office().actor({ marking: 'VACANT' });
    const { id } = await approved([vacant]);
    await office().rows('UPDATE tenure SET until_on = india_today() - 1 WHERE post_id = $1', [vacant.postId]);
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'signatory-vacant', params: { post: 'VACANT' } });
    expect(await draftOf(id)).toMatchObject({ state: 'approved', issueNumber: null });
  });

  it('is signed by nobody who came to the post after its number was drawn', async () => {
    const { issueId } = await numbered();
    const { userId, name } = await office().actor();
    const successor = { ...at('US'), userId, name };
    await expect(sign(successor, issueId, await giveKey(office(), successor))).rejects.toMatchObject({
      code: 'signatory-changed',
      params: { post: 'US' },
    });
    await expect(sign({ ...at('US'), capacity: 'link' }, issueId)).rejects.toMatchObject({ code: 'signatory-changed' });
  });

  it('is put up for officers alone, each once', async () => {
    const { fileId } = await office().newFile(at('SO'));
    const put = (coSigner: Actor) =>
      office()
        .get(CreateDraft)
        .execute(at('SO'), fileId, { content: contentOf(at('US'), [coSigner]), replyToReceiptId: null });
    await expect(put(at('ASO'))).rejects.toMatchObject({
      code: 'officer-needed',
      errors: [{ pointer: '#/content/coSignatoryPostIds/0' }],
    });
    expect(() => contentOf(at('US'), [at('US')])).toThrow('named-twice');
    expect(() => contentOf(at('US'), [at('DS'), at('DS')])).toThrow('named-twice');
  });
});

describe('the choice of the office', () => {
  const administrator = () => office().actor({ marking: `ADMIN-${Date.now()}`, roles: ['administrator'] });
  const choose = async (signedForms: LetterForm[]) =>
    office()
      .get(SetSigningRule)
      .execute(await administrator(), { signedForms });

  it('has forms signed by a single officer, and seals the others', async () => {
    await choose(['do_letter']);
    const letter = await approved([], { form: 'do_letter' });
    const sealed = await approved([], { form: 'letter' });
    expect((await draftOf(letter.id)).signing.byOfficers).toBe(true);
    expect((await draftOf(sealed.id)).signing.byOfficers).toBe(false);
    await expect(issue(at('US'), letter.id)).rejects.toMatchObject({ code: 'letter-to-be-signed' });
    await expect(number(at('US'), sealed.id)).rejects.toMatchObject({ code: 'letter-sealed' });
    const { issueId } = await number(at('US'), letter.id);
    expect(await sign(at('US'), issueId)).toMatchObject({ state: 'issued', signed: 1, of: 1 });
    const view = await office().named(IssueView, office().get(IssueViewQuery).execute(at('US'), issueId));
    expect(view.signatures).toHaveLength(1);
    const { issueId: other } = await issue(at('US'), sealed.id);
    expect((await office().get(IssueViewQuery).execute(at('US'), other)).signatures).toEqual([]);
    await choose([]);
  });

  it('leaves what has its number as it was begun, and seals what goes out for the signatory', async () => {
    const sealed = await approved([]);
    jest.spyOn(store(), 'put').mockRejectedValueOnce(new StoreUnavailable('silent'));
    await expect(issue(at('US'), sealed.id)).rejects.toMatchObject({ code: 'letter-unfinished' });
    await choose(['letter']);
    expect(await issue(at('US'), sealed.id)).toMatchObject({ id: sealed.id });
    const named = await approved([], { naming: at('SO') });
    await office()
      .get(ForwardFile)
      .execute(at('US'), named.fileId, { toPostId: at('SO').postId, action: 'put_up', ...WORDS });
    expect(await issue(at('SO'), named.id)).toMatchObject({ id: named.id });
    await choose([]);
  });
});
