import type { Actor } from '@patravali/authorization';
import { DispatchIssue as DispatchIssueRequest, DraftContent, IssueView } from '@patravali/contract';
import { DispatchIssue, IssueViewQuery, ListStuckLetters } from '@patravali/dispatch';
import { DocumentBytes, ReadDocument } from '@patravali/documents';
import { ApproveDraft, CreateDraft } from '@patravali/drafts';
import { CheckGenuine } from '@patravali/letters';
import { StoreUnavailable, toSha256 } from '@patravali/storage';
import { useLettersToSign } from '../../../../../test/support/signing/letters-to-sign';
import { pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { MAKE_COPIES } from '../making/finishing-jobs';
import { FinishIssue } from './finish-issue';

const { office, at, store, contentOf, number, sign, issue, cancel, draftOf, eventsOf, bytesOf } = useLettersToSign();
const NAMES = ['ग्राम प्रधान, रामपुर', 'ग्राम प्रधान, श्यामपुर', 'ग्राम प्रधान, शिवपुर'];
const job = (issueId: string) => office().get(FinishIssue).executeJob({ organisationId: office().id, issueId });

/** A letter of which three addressees get copies of their own, approved on the desk of its signatory. */
async function approved(coSigners: readonly Actor[] = [], changes: object = {}) {
  const us = at('US');
  const { fileId } = await office().newFile(us);
  const content = DraftContent.parse({
    ...contentOf(us, coSigners),
    addressees: NAMES.map((name) => ({ name })),
    copyTo: [{ name: 'कोषाधिकारी' }],
    ownCopies: true,
    ...changes,
  });
  const { id } = await office().get(CreateDraft).execute(us, fileId, { content, replyToReceiptId: null });
  await office().get(ApproveDraft).execute(us, id, { draftVersion: 1, namedPostId: null });
  return { fileId, id };
}
async function numbered(coSigners: readonly Actor[] = []) {
  const letter = await approved(coSigners);
  return { ...letter, ...(await number(at('US'), letter.id)) };
}
const viewOf = (issueId: string) => office().named(IssueView, office().get(IssueViewQuery).execute(at('US'), issueId));
const wanted = (issueId: string) =>
  office().rows(`SELECT data FROM pgboss.job WHERE name = $1 AND data ->> 'issueId' = $2`, [MAKE_COPIES.name, issueId]);

/** What the own copies say, in the order of the letter. */
async function copiesOf(issueId: string) {
  const rows = await office().rows<{ sha256: string; size: number; fileName: string }>(
    `SELECT d.sha256, d.size::int, d.file_name AS "fileName" FROM issue_recipient n JOIN document d ON d.id = n.document_id
     WHERE n.issue_id = $1 ORDER BY n.position`,
    [issueId],
  );
  const whole = rows.map((row) =>
    office()
      .get(DocumentBytes)
      .whole({ ...row, sha256: toSha256(row.sha256) }),
  );
  const pdfs = await Promise.all(whole);
  return Promise.all(pdfs.map(async (bytes, index) => ({ ...rows[index], bytes, text: await pdfText(bytes) })));
}

describe('a letter of which each addressee gets a copy of his own', () => {
  it('is not shown where two addressees have changed copies, nor where one has lost his', async () => {
    const { issueId } = await numbered();
    await job(issueId);
    const tamper = (sql: string) =>
      office().rows(
        `ALTER TABLE issue_recipient DISABLE TRIGGER USER; ${sql}; ALTER TABLE issue_recipient ENABLE TRIGGER USER`,
      );
    const ofPlace = (place: number) =>
      `(SELECT document_id FROM issue_recipient WHERE issue_id = '${issueId}' AND position = ${place})`;
    const exchange = () =>
      tamper(`UPDATE issue_recipient SET document_id = CASE position WHEN 0 THEN ${ofPlace(1)} ELSE ${ofPlace(0)} END
        WHERE issue_id = '${issueId}' AND position < 2`);
    await exchange();
    const refused = { code: 'document-not-as-recorded' };
    await expect(viewOf(issueId)).rejects.toMatchObject(refused);
    await exchange();
    await viewOf(issueId);
    const [kept] = await office().rows<{ id: string }>(`SELECT ${ofPlace(0)} AS id`);
    const name = (id: string) =>
      tamper(`UPDATE issue_recipient SET document_id = ${id} WHERE issue_id = '${issueId}' AND position = 0`);
    await name('NULL');
    await expect(viewOf(issueId)).rejects.toMatchObject(refused);
    await name(`'${kept?.id ?? ''}'`);
    await viewOf(issueId);
  });

  it('is numbered, and issued with all copies by the job: each names its addressee alone', async () => {
    const { fileId, id, issueId, number: drawn } = await numbered();
    expect(await draftOf(id)).toMatchObject({ state: 'numbered', issueId: null, issueNumber: drawn });
    expect(await wanted(issueId)).toHaveLength(1);
    await job(issueId);
    expect(await draftOf(id)).toMatchObject({ state: 'issued', issueId });
    const { sendings } = await viewOf(issueId);
    expect(sendings.map(({ ownCopyId, asCopy }) => [ownCopyId !== null, asCopy])).toEqual([
      ...NAMES.map(() => [true, false]),
      [false, true],
    ]);
    const copies = await copiesOf(issueId);
    expect(copies.map(({ text }) => NAMES.filter((name) => text.includes(name)))).toEqual(NAMES.map((name) => [name]));
    for (const { text, bytes } of copies) {
      expect(text).toContain(drawn);
      expect(text).toContain('कोषाधिकारी');
      expect(text).toContain('कार्यालय की मुहर से प्रमाणित');
      expect(bytes.toString('latin1').match(/\/ByteRange/g)).toHaveLength(1);
    }
    const officeCopy = await pdfText(await bytesOf(issueId));
    expect(NAMES.filter((name) => officeCopy.includes(name))).toEqual(NAMES);
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.issued']);
  });

  it('is genuine in each of its copies', async () => {
    const { issueId } = await numbered();
    await job(issueId);
    const { code } = await viewOf(issueId);
    for (const { sha256 = '' } of await copiesOf(issueId))
      expect(await office().get(CheckGenuine).execute({ code, sha256 })).toMatchObject({ same: true });
    expect(
      await office()
        .get(CheckGenuine)
        .execute({ code, sha256: 'a'.repeat(64) }),
    ).toMatchObject({ same: false });
  });

  it('signed by officers: waits until the last has signed, and its copies say that they signed the copy of the office', async () => {
    const { id, issueId, fileId } = await numbered([at('DS')]);
    await job(issueId);
    await sign(at('US'), issueId);
    await job(issueId);
    expect(await wanted(issueId)).toHaveLength(0);
    expect(await sign(at('DS'), issueId)).toMatchObject({ state: 'numbered', signed: 2, of: 2 });
    expect(await wanted(issueId)).toHaveLength(1);
    expect(await draftOf(id)).toMatchObject({ state: 'numbered', signing: { byOfficers: true, issueId: null } });
    await job(issueId);
    expect((await bytesOf(issueId)).toString('latin1').match(/\/ByteRange/g)).toHaveLength(2);
    const copies = await copiesOf(issueId);
    expect(copies).toHaveLength(3);
    for (const { text, bytes } of copies) {
      expect(text).toMatch(/कार्यालय की मुहर से प्रमाणित.*कार्यालय प्रति पर डिजिटल हस्ताक्षर/s);
      expect(bytes.toString('latin1').match(/\/ByteRange/g)).toHaveLength(1);
    }
    expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.signed', 'draft.signed', 'draft.issued']);
  });

  it('is sent to each as his own: by mail, and within the office', async () => {
    const { issueId } = await numbered();
    await job(issueId);
    const [first, , third] = (await viewOf(issueId)).sendings;
    const request = DispatchIssueRequest.parse({
      dispatches: [0, 3].map((recipient) => ({ recipient, mode: 'within_office', toPostId: at('OTHER').postId })),
    });
    await office().get(DispatchIssue).execute(at('US'), issueId, request);
    const arrived = await office().rows<{ document_id: string }>(
      `SELECT r.document_id FROM dispatch s JOIN receipt r ON r.id = s.receipt_id WHERE s.issue_id = $1 ORDER BY s.position`,
      [issueId],
    );
    expect(arrived.map(({ document_id }) => document_id)).toEqual([
      first?.ownCopyId,
      (await viewOf(issueId)).documentId,
    ]);
    const read = (documentId: string) => office().get(ReadDocument).execute(at('OTHER'), documentId);
    await expect(read(first?.ownCopyId ?? '')).resolves.toBeDefined();
    await expect(read(third?.ownCopyId ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });
});

/** Everything that waits has done so for longer than it takes. */
async function sixMinutesAgo(): Promise<void> {
  for (const [table, column] of [
    ['issue', 'issued_at'],
    ['letter_signature', 'at'],
  ])
    await office().rows(`ALTER TABLE ${table} DISABLE TRIGGER USER;
      UPDATE ${table} SET ${column} = ${column} - INTERVAL '6 minutes'; ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

describe('when making the copies fails', () => {
  it.each([1, 2, 4])(
    'at object %i nothing is issued; the next attempt issues it once, with all of them',
    async (nth) => {
      const { fileId, id, issueId } = await numbered();
      let puts = 0;
      const put = store().put.bind(store());
      const failing = jest.spyOn(store(), 'put').mockImplementation((object) => {
        puts += 1;
        return puts === nth ? Promise.reject(new StoreUnavailable('silent')) : put(object);
      });
      await expect(job(issueId)).rejects.toThrow();
      failing.mockRestore();
      expect(await draftOf(id)).toMatchObject({ state: 'numbered' });
      expect(await copiesOf(issueId)).toEqual([]);
      await Promise.all([job(issueId), job(issueId)]);
      expect(await copiesOf(issueId)).toHaveLength(3);
      expect(await eventsOf(fileId)).toEqual(['draft.numbered', 'draft.issued']);
      const used = await office().rows(`SELECT FROM document WHERE made_here AND file_name LIKE '%(1).pdf'
      AND id NOT IN (SELECT document_id FROM issue_recipient WHERE document_id IS NOT NULL)`);
      expect(used).toEqual([]);
    },
  );

  it('it is listed as stuck, also after its officers have signed, and whoever numbered it may ask again or give it up', async () => {
    const stuck = async () => {
      const { items } = await office().get(ListStuckLetters).execute(at('US'), { limit: 200 });
      return items.map(({ issueId }) => issueId);
    };
    const { id, issueId } = await numbered();
    const signed = await numbered([at('DS')]);
    await sign(at('US'), signed.issueId);
    await sign(at('DS'), signed.issueId);
    expect(await stuck()).toEqual([]);
    await sixMinutesAgo();
    expect((await stuck()).sort()).toEqual([issueId, signed.issueId].sort());
    expect(await number(at('US'), id)).toMatchObject({ issueId });
    expect(await wanted(issueId)).toHaveLength(2);
    await cancel(at('US'), id);
    await job(issueId);
    expect(await draftOf(id)).toMatchObject({ state: 'cancelled' });
    expect(await stuck()).toEqual([signed.issueId]);
  });
});

describe('what is refused', () => {
  it('issuing it in one act, since its copies follow its number', async () => {
    const { id } = await approved();
    await expect(issue(at('US'), id)).rejects.toMatchObject({ code: 'letter-has-copies' });
    await number(at('US'), id);
    await expect(issue(at('US'), id)).rejects.toMatchObject({ code: 'letter-has-copies' });
  });

  it('numbering first what the office seals for all of them', async () => {
    const { id } = await approved([], { ownCopies: undefined });
    await expect(number(at('US'), id)).rejects.toMatchObject({ code: 'letter-sealed' });
  });

  it('more than fifty addressees of one letter, more than five hundred of copies, and copies of what is addressed to nobody', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `ग्राम प्रधान ${index}` }));
    const refusedAt = (changes: object) => {
      const { error } = DraftContent.safeParse({ ...contentOf(at('US'), []), ...changes });
      return error?.issues.map(({ path, message }) => [path.join('.'), message]);
    };
    expect(refusedAt({ addressees: many(50) })).toBeUndefined();
    expect(refusedAt({ addressees: many(51) })).toEqual([['addressees', 'own-copies-needed']]);
    expect(refusedAt({ addressees: many(500), ownCopies: true })).toBeUndefined();
    expect(refusedAt({ addressees: many(501), ownCopies: true })).toHaveLength(1);
    expect(refusedAt({ form: 'order', addressees: [], ownCopies: true })).toEqual([['form', 'not-in-form']]);
  });
});
