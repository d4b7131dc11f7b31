import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { SealOldRows } from '@patravali/audit';
import { DraftContent } from '@patravali/contract';
import { DocumentBytes } from '@patravali/documents';
import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { OpenPart } from '@patravali/files';
import { ForwardFile, ReturnFile } from '@patravali/movement';
import { AskForPdf, MakePdf, MyPdfs } from '@patravali/records';
import { verifyBundle, Wrong, zipContainer } from '@patravali/verifier';
import { unzipSync } from 'fflate';
import { list, zipOfFiles } from '../../../libs/verifier/test/a-bundle';
import { useOffice } from '../../support/office/office';
import { whileLogging } from '../../support/papers/while-logging';
import { WORDS } from '../../support/office/words';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const REASON = 'संलग्नक नहीं हैं।';

interface Asked {
  readonly form?: 'bundle' | 'rti_bundle';
  readonly issueId?: string;
}

async function asked(fileId: string, options: Asked): Promise<string> {
  const wanted = { language: 'hi', form: 'bundle', selection: null, ...options } as const;
  const { id } = await office().get(AskForPdf).execute(so(), fileId, wanted);
  await whileLogging(office(), () =>
    office().get(MakePdf).execute({ organisationId: office().id, id }, { last: true }),
  );
  return id;
}

async function bundleOf(fileId: string, options: Asked = {}): Promise<Map<string, Buffer>> {
  const ready = await office()
    .get(MyPdfs)
    .ready(so(), await asked(fileId, options));
  const bytes = await buffer(await office().get(DocumentBytes).open(ready));
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content)]));
}

/** Why there is none. */
async function failureOf(fileId: string): Promise<unknown> {
  const id = await asked(fileId, {});
  const [row] = await office().rows('SELECT failure FROM asked_pdf WHERE id = $1', [id]);
  return row?.failure;
}

async function found(files: Map<string, Buffer>): Promise<Awaited<ReturnType<typeof verifyBundle>>> {
  return await verifyBundle(zipContainer(zipOfFiles(files)), { witnesses: [] });
}
async function wrongIn(files: Map<string, Buffer>): Promise<unknown> {
  const wrong: unknown = await found(files).catch((error: unknown) => error);
  return wrong instanceof Wrong ? wrong.code : wrong;
}

/** Whoever changes a bundle lists its files anew, and writes their hashes anew. */
function listed(files: Map<string, Buffer>): Map<string, Buffer> {
  const { log } = JSON.parse(String(files.get('manifest.json'))) as { log: string };
  const after = ['hashes.txt', 'certificate-hi.pdf', 'certificate-en.pdf', 'manifest.json'];
  const lines = [...files].filter(([path]) => !after.includes(path)).map(([path, bytes]) => `${hex(bytes)}  ${path}\n`);
  files.set('hashes.txt', Buffer.from(lines.join('')));
  list(files, log);
  return files;
}
const hex = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** The names of the rows whose text is there. */
const namesIn = (files: Map<string, Buffer>) =>
  String(files.get('rows/texts.tsv') ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('\t')));

/** As somebody would who may do everything. */
async function tamper(table: string, sql: string, values: unknown[]): Promise<void> {
  await office().rows(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await office().rows(sql, values);
  await office().rows(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

/** Puts rows back as they were. */
async function restore(table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(Object(rows[0]?.row) as object).join(', ');
  const sql = `UPDATE ${table} t SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(t, $1))
    WHERE t.id = ($1::jsonb ->> 'id')::uuid`;
  for (const { row } of rows) await tamper(table, sql, [JSON.stringify(row)]);
}

describe('the rows in an evidence bundle', () => {
  let [fileId, issueId, partId] = ['', '', ''];
  let bundle: Map<string, Buffer>;
  beforeAll(async () => {
    // Names what stands there, people and posts with it, in events of the office.
    await office().get(SealOldRows).execute();
    ({ fileId } = await office().newFile(so()));
    const us = office().at('US');
    await office()
      .get(ForwardFile)
      .execute(so(), fileId, { toPostId: us.postId, ...WORDS });
    ({ id: partId } = await office().get(OpenPart).execute(so(), fileId, {}));
    await office().get(ReturnFile).execute(us, fileId, { reason: REASON, confirmNote: false });
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: 'आख्या का प्रेषण',
      signatoryPostId: so().postId,
      addressees: [{ name: 'निरीक्षक' }],
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'आख्या भेजी जाती है।' }] }] },
    });
    const { id } = await office().get(CreateDraft).execute(so(), fileId, { content, replyToReceiptId: null });
    await office().get(ApproveDraft).execute(so(), id, { draftVersion: 1, namedPostId: null });
    ({ issueId } = await office().get(IssueDraft).execute(so(), id));
    bundle = await bundleOf(fileId);
  }, 300_000);

  const tablesIn = (files: Map<string, Buffer>) => new Set(namesIn(files).map((name) => name.split(' ')[0]));
  const OFFICE = ['organisation', 'office_user', 'post', 'tenure', 'unit'];

  it('are those that its events name, and of the people and posts that these name', async () => {
    const { compared, made } = await found(bundle);
    expect(compared).toMatchObject({
      rows: namesIn(bundle).length,
      namesAbsent: 0,
      eventsWithoutRows: 0,
      eventsWithRowsLeftOut: 0,
    });
    expect(made).toHaveLength(1);
    const ofFile = ['office_file', 'file_custody', 'movement', 'note', 'correspondence', 'issue', 'document'];
    expect([...tablesIn(bundle)]).toEqual(expect.arrayContaining([...OFFICE, ...ofFile]));
    expect([...bundle.keys()].filter((path) => path.startsWith('naming/'))).toHaveLength(1);
    const index = String(bundle.get('index.html'));
    expect(index).toMatch(/<code>rows\/<\/code>: .*\n<li><code>naming\/<\/code>/);
  });

  it('are of that file alone: not of a part of it, nor of drafts', () => {
    const text = String(bundle.get('rows/texts.tsv'));
    expect(text).toContain(`"id": "${fileId}"`);
    expect(text).not.toContain(`"id": "${partId}"`);
    expect(namesIn(bundle).filter((name) => /^draft(_version)? /.test(name))).toEqual([]);
  });

  it('are found wrong when somebody changes what a bundle says, though its list and hashes are made anew', async () => {
    const changed = (path: string, change: (text: string) => string) => {
      const files = new Map(bundle);
      files.set(path, Buffer.from(change(String(files.get(path)))));
      return wrongIn(listed(files));
    };
    expect(await wrongIn(listed(new Map(bundle)))).toMatchObject({ made: [{ path: 'whole-file.pdf' }] });
    expect(await changed('rows/texts.tsv', (text) => text.replace(/(office_user .*"name_en": ")/, '$1X'))).toBe(
      'row-changed',
    );
    expect(await changed('rows/texts.tsv', (text) => text.replace(REASON, 'ठीक है'))).toBe('row-changed');
    expect(await changed('whole-file.pdf', (text) => `${text} `)).toBe('pdf-of-no-event');
    const [lines = ''] = [...bundle.keys()].filter((path) => path.endsWith('.rows'));
    expect(await changed(lines, (text) => text.replace(/^(\d+)/, '9$1'))).toBe('rows-of-other-event');
  });

  it('of one letter are those of the letter and of whoever its file names', async () => {
    const ofLetter = await bundleOf(fileId, { issueId });
    const ofTheLetter = ['correspondence', 'document', 'draft_approval', 'issue', 'issue_recipient'];
    expect([...tablesIn(ofLetter)].sort()).toEqual([...OFFICE, ...ofTheLetter].sort());
    expect(String(ofLetter.get('rows/texts.tsv'))).not.toContain(REASON);
    const { compared, made } = await found(ofLetter);
    expect(compared).toMatchObject({ rows: namesIn(ofLetter).length, namesAbsent: 0 });
    expect(made).toEqual([]);
  }, 120_000);

  it('are not in one for a request under the RTI Act', async () => {
    const forRti = await bundleOf(fileId, { form: 'rti_bundle' });
    expect([...forRti.keys()].filter((path) => /^(rows|naming)\//.test(path))).toEqual([]);
    expect(await found(forRti)).toMatchObject({ compared: { rows: 0, namesAbsent: 0 }, made: [] });
  }, 120_000);

  const CHANGES: readonly (readonly [what: string, table: string, sql: string])[] = [
    ['the name of a person', 'office_user', `name_hi = name_hi || 'क' WHERE id = $1`],
    ['the marking of a post', 'post', `marking = marking || '-1' WHERE id = $1`],
    ['who held a post', 'tenure', `from_on = from_on - 1 WHERE post_id = $1`],
    ['the subject of the file', 'office_file', `subject = subject || 'क' WHERE id = $1`],
    ['when a note was written', 'note', `written_at = written_at - INTERVAL '1 day' WHERE file_id = $1`],
    ['a line of the register', 'movement', `remarks = 'ठीक है' WHERE file_id = $1`],
    ['to whom a letter went', 'issue', `addressee = 'कोई और' WHERE file_id = $1`],
  ];
  it.each(CHANGES)('hinder the bundle when somebody has changed in the database %s', async (_, table, sql) => {
    const { userId, postId } = office().at('US');
    const id = { office_user: userId, post: postId, tenure: postId }[table] ?? fileId;
    const before = await office().rows(`SELECT to_jsonb(t) AS row FROM ${table} t`);
    await tamper(table, `UPDATE ${table} SET ${sql}`, [id]);
    try {
      expect(await failureOf(fileId)).toEqual({ code: 'record-changed', params: {} });
    } finally {
      await restore(table, before);
    }
  });

  it('hinder the bundle when a note was put in that no event tells of', async () => {
    const columns = Object.keys((await office().rows('SELECT to_jsonb(n) AS row FROM note n'))[0]?.row ?? {});
    const others = columns.filter((column) => !['id', 'number', 'first_paragraph'].includes(column)).join(', ');
    const insert = `INSERT INTO note (id, number, first_paragraph, ${others})
      SELECT gen_random_uuid(), 2, 2, ${others} FROM note WHERE file_id = $1`;
    await tamper('note', insert, [fileId]);
    expect(await failureOf(fileId)).toEqual({ code: 'record-changed', params: {} });
    await tamper('note', 'DELETE FROM note WHERE file_id = $1 AND number = 2', [fileId]);
    expect(await found(await bundleOf(fileId))).toMatchObject({ compared: { namesAbsent: 0 } });
  });
});
