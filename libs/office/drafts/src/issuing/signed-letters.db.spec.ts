import { createHash } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { DraftContent, DraftView, IssueView, type LetterForm, LetterToSignView } from '@patravali/contract';
import { DownloadDispatchRegister, IssueViewQuery, LettersToSign } from '@patravali/dispatch';
import { DocumentBytes, SweepObjects } from '@patravali/documents';
import { ForwardFile } from '@patravali/movement';
import { SetSigningRule } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore, StoreUnavailable, toSha256 } from '@patravali/storage';
import { TYPESETTER, type Typesetter, TypesettingFailed } from '@patravali/typesetting';
import { PDFDocument } from 'pdf-lib';
import { type Marking, useOffice } from '../../../../../test/support/office';
import { giveKey } from '../../../../../test/support/signing-keys';
import { WORDS } from '../../../../../test/support/words';
import { ApproveDraft, CancelDraft, CreateDraft, IssueDraft, NumberForSigning, SignLetter } from '../commands';
import { DraftViewQuery } from '../draft-view';
import { FinishIssue } from './finish-issue';

/** The under secretary signs first, the deputy secretary after him; the section officer looks on. */
const office = useOffice({ holds: 'section' });
const at = (marking: Marking) => office().at(marking);
const store = () => office().get<ObjectStore>(OBJECT_STORE);
const typesetter = () => office().get<Typesetter>(TYPESETTER);
const keys = new Map<string, { keyId: string; passphrase: string }>();
beforeAll(async () => {
  for (const marking of ['US', 'DS', 'SO', 'OTHER'] as const)
    keys.set(at(marking).userId, await giveKey(office(), at(marking)));
}, 120_000);
afterEach(() => jest.restoreAllMocks());

const contentOf = (signatory: Actor, coSigners: readonly Actor[], form: LetterForm = 'letter') =>
  DraftContent.parse({
    ...{ form, language: 'hi', subject: 'अनुदान की स्वीकृति', signatoryPostId: signatory.postId },
    ...{ addressees: [{ name: 'जिला विद्यालय निरीक्षक' }] },
    body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }] },
    ...(coSigners.length > 0 && { coSignatoryPostIds: coSigners.map(({ postId }) => postId) }),
  });

/** A draft that its signatory has approved on his own desk. */
async function approved(coSigners: readonly Actor[] = [at('DS')], { form, naming }: { form?: LetterForm; naming?: Actor } = {}) {
  const us = at('US');
  const { fileId } = await office().newFile(us);
  const content = contentOf(us, coSigners, form);
  const { id } = await office().get(CreateDraft).execute(us, fileId, { content, replyToReceiptId: null });
  await office().get(ApproveDraft).execute(us, id, { draftVersion: 1, namedPostId: naming?.postId ?? null });
  return { fileId, id };
}
const number = (by: Actor, id: string) => office().get(NumberForSigning).execute(by, id);
const withKey = (by: Actor) => keys.get(by.userId) ?? { keyId: '', passphrase: null };
const sign = (by: Actor, issueId: string, key = withKey(by)) => office().get(SignLetter).execute(by, issueId, key);
const issue = (by: Actor, id: string) => office().get(IssueDraft).execute(by, id);
const cancel = (by: Actor, id: string) => office().get(CancelDraft).execute(by, id, { reason: 'अब आवश्यक नहीं' });
const draftOf = (id: string) => office().named(DraftView, office().get(DraftViewQuery).execute(at('US'), id));
const letterOf = (by: Actor, issueId: string) =>
  office().named(LetterToSignView, office().get(LettersToSign).view(by, issueId));
const keyed = (by: Actor, key: string): Actor => ({ ...by, idempotency: { key, requestHash: 'a' } });
const eventsOf = async (fileId: string) =>
  (
    await office().rows<{ name: string }>(
      `SELECT name FROM event WHERE subject_id = $1 AND name ~ '^draft[.](numbered|signed|issued|cancelled)' ORDER BY sequence`,
      [fileId],
    )
  ).map(({ name }) => name);

async function numbered(coSigners: readonly Actor[] = [at('DS')]) {
  const letter = await approved(coSigners);
  return { ...letter, ...(await number(at('US'), letter.id)) };
}
async function bytesOf(issueId: string): Promise<Buffer> {
  const [document] = await office().rows<{ sha256: string; size: number }>(
    'SELECT d.sha256, d.size FROM issue i JOIN document d ON d.id = i.document_id WHERE i.id = $1',
    [issueId],
  );
  if (!document) throw new Error('The letter has no document');
  return await office()
    .get(DocumentBytes)
    .whole({ ...document, sha256: toSha256(document.sha256), fileName: 'a.pdf' });
}

describe('a letter that two officers sign', () => {
  it('is numbered, set, signed in turn, and issued by the last signature', async () => {
    const { fileId, id, issueId, number: drawn } = await numbered();
    expect(await draftOf(id)).toMatchObject({
      ...{ state: 'numbered', issueId: null, issueNumber: drawn },
      signing: {
        ...{ byOfficers: true, issueId },
        signatories: [
          { post: { marking: 'US' }, at: null },
          { post: { marking: 'DS' }, at: null },
        ],
      },
    });
    expect(await letterOf(at('DS'), issueId)).toMatchObject({ signed: 0, of: 2, isYourTurn: false });
    expect(await letterOf(at('US'), issueId)).toMatchObject({ isYourTurn: true });
    expect(await sign(at('US'), issueId)).toEqual({ issueId, number: drawn, state: 'numbered', signed: 1, of: 2 });
    expect(await letterOf(at('DS'), issueId)).toMatchObject({ signed: 1, of: 2, isYourTurn: true });
    expect(await sign(at('DS'), issueId)).toEqual({ issueId, number: drawn, state: 'issued', signed: 2, of: 2 });
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
    await office().get(ForwardFile).execute(at('US'), fileId, { toPostId: at('SO').postId, action: 'put_up', ...WORDS });
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
      (await office().rows<{ h: string }>('SELECT unsigned_sha256 AS h FROM issue WHERE id = $1', [issueId]))[0]?.h ?? '';
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
  ])('%s, %s', async (state, act, codes) => {
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
        (error: { code?: string }) => error.code ?? String(error),
      );
      expect([state, act, index, code]).toEqual([state, act, index, codes[index]]);
    }
  }, 120_000);

  it('is numbered from the signing post only, where others sign too', async () => {
    const { fileId, id } = await approved([at('DS')], { naming: at('SO') });
    await office().get(ForwardFile).execute(at('US'), fileId, { toPostId: at('SO').postId, action: 'put_up', ...WORDS });
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
      ...{ code: 'signatory-changed', params: { post: 'US' } },
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
      ...{ code: 'officer-needed', errors: [{ pointer: '#/content/coSignatoryPostIds/0' }] },
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

describe('when something fails', () => {
  it('the letter keeps its number and waits, and is set when it is wanted next', async () => {
    const { id, fileId } = await approved();
    jest.spyOn(typesetter(), 'typeset').mockRejectedValueOnce(new TypesettingFailed('died'));
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'letter-unfinished' });
    expect(await draftOf(id)).toMatchObject({ state: 'numbered', signing: { byOfficers: true } });
    const [entry] = await office().rows<{ id: string }>('SELECT id FROM issue WHERE draft_id = $1', [id]);
    const issueId = entry?.id ?? '';
    expect(await sign(at('US'), issueId)).toMatchObject({ signed: 1 });
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.signed']);
  });

  it('the job sets it, and leaves the signing to its officers', async () => {
    const { id } = await approved();
    jest.spyOn(store(), 'put').mockRejectedValueOnce(new StoreUnavailable('silent'));
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'letter-unfinished' });
    const [entry] = await office().rows<{ id: string }>('SELECT id FROM issue WHERE draft_id = $1', [id]);
    await office().get(FinishIssue).executeJob({ organisationId: office().id, issueId: entry?.id ?? '' });
    const [set] = await office().rows('SELECT state, unsigned_size > 0 AS set FROM issue WHERE draft_id = $1', [id]);
    expect(set).toEqual({ state: 'numbered', set: true });
    await expect(office().get(FinishIssue).execute(at('US'), entry?.id ?? '')).rejects.toMatchObject({
      code: 'letter-to-be-signed',
    });
  });

  it.each([
    ['the signing process', () => jest.spyOn(typesetter(), 'sign').mockRejectedValueOnce(new TypesettingFailed('died')), 'press-unavailable'],
    ['the store', () => jest.spyOn(store(), 'put').mockRejectedValueOnce(new StoreUnavailable('silent')), 'store-unavailable'],
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
        ...{ code: 'passphrase-wrong', errors: [{ pointer: '#/passphrase' }] },
      });
    expect(await letterOf(at('US'), issueId)).toMatchObject({ signed: 0 });
    expect(
      await office().rows(`SELECT FROM security_event WHERE kind = 'key_not_opened' AND user_id = $1`, [at('US').userId]),
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
