import type { Actor } from '@patravali/authorization';
import { DraftContent, FileVerification, type RecordFault } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { MOST_CHECKED, Sequencer } from '@patravali/ledger';
import { ForwardFile, ReturnFile } from '@patravali/movement';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { useApi } from '../../support/http/api';
import { documentActs } from '../../support/acts/document-acts';
import { WORDS } from '../../support/office/words';

const SUBJECT = 'आख्या का प्रेषण';
const WHY = 'आख्या संलग्न करें';

describe('a file held against its record, over HTTP', () => {
  const api = useApi({ holds: 'section' });
  const { upload, pdf, diarise } = documentActs(() => api().office);
  let auditor: Actor;
  let fileId: string;
  let diaryNumber: string;

  /** A letter came in, one went out, and the file was sent with a note and came back. */
  beforeAll(async () => {
    const { office } = api();
    const [so, us] = [office.at('SO'), office.at('US')];
    auditor = await office.actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office.unitId] });
    ({ fileId } = await office.newFile(so));
    const receipt = await diarise(so, (await upload(so, await pdf(2))).id);
    ({ diaryNumber } = receipt);
    await office.get(PutReceiptInFile).execute(so, receipt.id, { fileId, flag: null });
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: SUBJECT,
      signatoryPostId: so.postId,
      addressees: [{ name: 'निरीक्षक' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या भेजी जाती है।' }] }] },
    });
    const { id } = await office.get(CreateDraft).execute(so, fileId, { content, replyToReceiptId: null });
    await office.get(ApproveDraft).execute(so, id, { draftVersion: 1, namedPostId: null });
    await office.get(IssueDraft).execute(so, id);
    await office.get(ForwardFile).execute(so, fileId, { toPostId: us.postId, ...WORDS });
    await office.get(ReturnFile).execute(us, fileId, { reason: WHY, confirmNote: false });
  }, 120_000);

  const publish = async () => {
    while (await api().office.get(Sequencer).round());
  };
  const verify = async (of = fileId): Promise<FileVerification> => {
    const { status, body } = await api().as(auditor, 'get', `/files/${of}/verification`);
    expect(status).toBe(200);
    return FileVerification.parse(body);
  };
  /** As somebody would who may do everything. */
  const tamper = (table: string, sql: string) =>
    api().office.rows(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);

  it('is as it was recorded: all events that its evidence bundle would hold, its note, letters and approved text', async () => {
    const [counted] = await api().office.rows<{ events: number }>(
      `SELECT count(*)::integer AS events FROM event WHERE subject_id = $1
         OR subject_id IN (SELECT receipt_id FROM correspondence WHERE file_id = $1)
         OR subject_id IN (SELECT document_id FROM correspondence WHERE file_id = $1)`,
      [fileId],
    );
    const events = counted?.events ?? 0;
    const right = { events, notes: 1, letters: 2, approvals: 2, wrong: null };
    expect(await verify()).toMatchObject({ ...right, waiting: events, log: { entries: 0, signedAt: null } });
    await publish();
    const found = await verify();
    expect(found).toMatchObject({ ...right, waiting: 0 });
    expect(found.log.entries).toBeGreaterThanOrEqual(events);
    expect([found.from, found.until, found.log.signedAt]).not.toContain(null);
  });

  it('changes nothing but the record of the auditor, which says what came of it', async () => {
    const before = await api().office.counts();
    const { events, log } = await verify();
    const after = await api().office.counts();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['event', 'log_waiting']);
    expect(
      await api().office.rows(
        `SELECT subject_id, related_id, post_id, data FROM event WHERE name = 'user.verified_file' ORDER BY sequence DESC LIMIT 1`,
      ),
    ).toEqual([
      {
        subject_id: auditor.userId,
        related_id: fileId,
        post_id: auditor.postId,
        data: { events, entries: log.entries },
      },
    ]);
  });

  const ofFile = (name: string) => `subject_id = '${fileId}' AND name = '${name}'`;
  const last = () => `(SELECT max(sequence) FROM event WHERE subject_id = '${fileId}')`;
  const rehash = () =>
    `UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE ${ofFile('file.returned')}`;
  /** What is done, how it is undone, and what is said of it. */
  const tamperings: readonly (readonly [RecordFault, string, () => string, () => string, object])[] = [
    [
      'event_changed',
      'event',
      () => `UPDATE event SET reason = 'अन्य कारण' WHERE ${ofFile('file.forwarded')}`,
      () => `UPDATE event SET reason = NULL WHERE ${ofFile('file.forwarded')}`,
      { event: { name: 'file.forwarded', of: { kind: 'file', number: null } }, number: null },
    ],
    [
      'event_missing',
      'event',
      () => `UPDATE event SET sequence = sequence + 1000 WHERE ${ofFile('file.forwarded')}`,
      () => `UPDATE event SET sequence = sequence - 1000 WHERE ${ofFile('file.forwarded')}`,
      { event: { name: 'file.returned' } },
    ],
    [
      'event_changed',
      'event',
      () => `UPDATE event SET at = at - INTERVAL '1 day' WHERE name = 'receipt.created'`,
      () => `UPDATE event SET at = at + INTERVAL '1 day' WHERE name = 'receipt.created'`,
      { event: { name: 'receipt.created', of: { kind: 'receipt' } } },
    ],
    [
      'entry_changed',
      'event',
      () => `UPDATE event SET reason = 'अन्य कारण' WHERE ${ofFile('file.returned')}; ${rehash()}`,
      () => `UPDATE event SET reason = '${WHY}' WHERE ${ofFile('file.returned')}; ${rehash()}`,
      { event: { name: 'file.returned' } },
    ],
    [
      'event_unlogged',
      'event',
      () => `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data, at, encoding, previous_hash, hash)
        SELECT gen_random_uuid(), organisation_id, subject_kind, subject_id, sequence + 1, 'file.closed', '{}', at, 1, hash, hash
        FROM event WHERE subject_id = '${fileId}' AND sequence = ${last()};
        UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE ${ofFile('file.closed')}`,
      () => `DELETE FROM event WHERE ${ofFile('file.closed')}`,
      { event: { name: 'file.closed' } },
    ],
    [
      'note_changed',
      'note',
      () => `UPDATE note SET decision = 'approved' WHERE file_id = '${fileId}' AND number = 1`,
      () => `UPDATE note SET decision = NULL WHERE file_id = '${fileId}' AND number = 1`,
      { event: null, number: 1 },
    ],
    [
      'letter_changed',
      'correspondence',
      () => `UPDATE correspondence SET pages = pages + 1 WHERE file_id = '${fileId}' AND serial = 1`,
      () => `UPDATE correspondence SET pages = pages - 1 WHERE file_id = '${fileId}' AND serial = 1`,
      { event: null, number: 1 },
    ],
    [
      'letter_changed',
      'document',
      () => `UPDATE document SET sha256 = translate(sha256, '0123456789', '1234567890') WHERE id = ${issued()}`,
      () => `UPDATE document SET sha256 = translate(sha256, '1234567890', '0123456789') WHERE id = ${issued()}`,
      { event: null, number: 2 },
    ],
    [
      'approval_changed',
      'draft_version',
      () => `UPDATE draft_version SET content = jsonb_set(content, '{subject}', '"अन्य"')`,
      () => `UPDATE draft_version SET content = jsonb_set(content, '{subject}', '"${SUBJECT}"')`,
      { event: null, number: 1 },
    ],
  ];
  const issued = () => `(SELECT document_id FROM correspondence WHERE file_id = '${fileId}' AND serial = 2)`;

  it.each(tamperings)('is wrong, and the first thing is named: %s in %s', async (fault, table, change, undo, said) => {
    await tamper(table, change());
    expect((await verify()).wrong).toMatchObject({ fault, ...said });
    await tamper(table, undo());
    expect((await verify()).wrong).toBeNull();
  });

  it('names the letter by its diary number', async () => {
    await tamper('event', `UPDATE event SET reason = 'x' WHERE name = 'receipt.created'`);
    expect((await verify()).wrong).toMatchObject({ event: { of: { kind: 'receipt', number: diaryNumber } } });
    await tamper('event', `UPDATE event SET reason = NULL WHERE name = 'receipt.created'`);
  });

  it('cannot be held against a log that nobody has signed', async () => {
    const store = api().office.get<ObjectStore>(OBJECT_STORE);
    const checkpoint = (await store.readNamed('log/checkpoint')) ?? Buffer.alloc(0);
    await store.writeNamed('log/checkpoint', Buffer.from('x'));
    expect((await verify()).wrong).toEqual({ fault: 'log_stands', event: null, number: null, row: null });
    await store.writeNamed('log/checkpoint', checkpoint);
    expect((await verify()).wrong).toBeNull();
  });

  it('is verified by auditors, of their units; others are refused', async () => {
    const { office } = api();
    const refused = async (by: Actor, of = fileId) => {
      const { status, body } = await api().as(by, 'get', `/files/${of}/verification`);
      return [status, (body as { code?: string }).code];
    };
    expect(await refused(office.at('SO'))).toEqual([403, 'not-allowed']);
    expect(await refused(await office.actor())).toEqual([404, 'not-found']);
    const others = await office.newFile(office.at('CLERK'));
    expect(await refused(auditor, others.fileId)).toEqual([404, 'not-found']);
    const secret = await office.newFile(office.at('SO'), { grading: 'confidential' });
    expect(await refused(auditor, secret.fileId)).toEqual([404, 'not-found']);
  });

  it('is left to the check of the whole office when it has very many events', async () => {
    const { office } = api();
    const { fileId: large } = await office.newFile(office.at('SO'));
    await tamper(
      'event',
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data, at, encoding, previous_hash, hash)
       SELECT gen_random_uuid(), '${office.id}', 'file', '${large}', 100 + i, 'file.opened', '{}', office_now(), 1, sha256(''), sha256('')
       FROM generate_series(1, ${MOST_CHECKED}) i`,
    );
    expect(await verify(large)).toMatchObject({ events: null, wrong: null });
  });
});
