import { execFile } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Actor } from '@patravali/authorization';
import { DraftContent } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DocumentBytes } from '@patravali/documents';
import { ApproveDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { Sequencer } from '@patravali/ledger';
import { ForwardFile, ReturnFile } from '@patravali/movement';
import { AskForPdf, MakePdf, MyPdfs } from '@patravali/records';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { verifyBundle, Wrong, zipContainer } from '@patravali/verifier';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { documentActs } from '../../support/acts/document-acts';
import { useOffice } from '../../support/office/office';
import { whileLogging } from '../../support/papers/while-logging';
import { WORDS } from '../../support/office/words';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';

const office = useOffice({ holds: 'section' });
const { upload, pdf, diarise } = documentActs(office);
const so = () => office().at('SO');
const asStranger = { witnesses: [] };

/** Two letters came in, one went out, and the file was forwarded and came back. */
async function aRichFile(): Promise<{ fileId: string; issueId: string }> {
  const { fileId } = await office().newFile(so());
  for (const pages of [2, 1]) {
    const document = await upload(so(), await pdf(pages));
    const receipt = await diarise(so(), document.id);
    await office().get(PutReceiptInFile).execute(so(), receipt.id, { fileId, flag: null });
  }
  const us = office().at('US');
  await office()
    .get(ForwardFile)
    .execute(so(), fileId, { toPostId: us.postId, ...WORDS });
  await office().get(ReturnFile).execute(us, fileId, { reason: 'संलग्नक <अपूर्ण> हैं', confirmNote: false });
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
  const { issueId } = await office().get(IssueDraft).execute(so(), id);
  return { fileId, issueId };
}

async function publish(): Promise<void> {
  while (await office().get(Sequencer).round());
}

const ask = async (fileId: string, by: Actor = so(), issueId: string | null = null) => {
  const asked = { language: 'hi', form: 'bundle', issueId, selection: null } as const;
  return (await office().get(AskForPdf).execute(by, fileId, asked)).id;
};
const make = (id: string, last = false) => office().get(MakePdf).execute({ organisationId: office().id, id }, { last });

const makeWhileLogging = (id: string) => whileLogging(office(), () => make(id));

async function bundleOf(fileId: string, issueId: string | null = null): Promise<Buffer> {
  const id = await ask(fileId, so(), issueId);
  await makeWhileLogging(id);
  const ready = await office().get(MyPdfs).ready(so(), id);
  expect(ready.fileName).toMatch(/\.zip$/);
  return await buffer(await office().get(DocumentBytes).open(ready));
}
const verify = (bundle: Uint8Array) => verifyBundle(zipContainer(bundle), asStranger);

/** The verifier shares no code with the office: here the two meet over a bundle. */
describe('the evidence bundle of a file', () => {
  let [fileId, issueId] = ['', ''];
  let bundle: Buffer;
  beforeAll(async () => {
    ({ fileId, issueId } = await aRichFile());
    bundle = await bundleOf(fileId);
  }, 300_000);

  it('is right before the verifier, and holds every event, each letter and what people read', async () => {
    const events = await office().rows<{ name: string; subject_kind: string }>(
      `SELECT name, subject_kind FROM event WHERE subject_id = $1
         OR subject_id IN (SELECT receipt_id FROM correspondence WHERE file_id = $1)
         OR subject_id IN (SELECT document_id FROM correspondence WHERE file_id = $1)`,
      [fileId],
    );
    expect(await verify(bundle)).toMatchObject({
      subjects: 5,
      events: events.length,
      chainedAfterwards: 0,
      documents: 3,
      keyChanges: 0,
      made: [{ path: 'whole-file.pdf', event: { name: 'file.bundled' }, later: 0 }],
      others: ['index.html', 'hashes.txt', 'certificate-hi.pdf', 'certificate-en.pdf'],
    });
    const files = unzipSync(bundle);
    const names = Object.keys(files);
    expect(names).toEqual(expect.arrayContaining(['index.html', 'whole-file.pdf', 'hashes.txt', 'manifest.json']));
    const index = Buffer.from(files['index.html'] ?? []).toString();
    expect(index).toContain('संलग्नक &lt;अपूर्ण&gt; हैं');
    expect(index).toMatch(/साक्ष्य संग्रह बनवाया गया<br><span lang="en">Evidence bundle asked for<\/span>/);
    expect(index).not.toMatch(/<script|event\.(file|draft|note)/);
    for (const path of index.matchAll(/href="(?!https?:)([^"]+)"/g)) expect(names).toContain(path[1]);
  });

  it('holds a certificate of section 63 in both languages, which nobody has signed, with the hashes filled in', async () => {
    const files = unzipSync(bundle);
    const hash = (path: string) =>
      createHash('sha256')
        .update(files[path] ?? '')
        .digest('hex');
    const listed = Buffer.from(files['hashes.txt'] ?? []).toString();
    for (const line of listed.trim().split('\n')) {
      const [sha256 = '', path = ''] = line.split('  ');
      expect([path, hash(path)]).toEqual([path, sha256]);
    }
    const unlisted = Object.keys(files).filter((path) => !listed.includes(`  ${path}\n`));
    expect(unlisted.sort()).toEqual(['certificate-en.pdf', 'certificate-hi.pdf', 'hashes.txt', 'manifest.json']);
    const text = async (path: string) => (await pdfText(files[path] ?? new Uint8Array())).replaceAll('\u200b', '');
    const english = await text('certificate-en.pdf');
    expect(english).toMatch(/section 63\(4\) of the Bharatiya Sakshya Adhiniyam, 2023.*PART A.*PART B.*HASH REPORT/s);
    expect(english.replaceAll(/\s/g, '')).toContain(hash('hashes.txt'));
    expect(english.replaceAll(/\s/g, '')).toContain(hash('whole-file.pdf'));
    expect(await text('certificate-hi.pdf')).toMatch(/भारतीय साक्ष्य अधिनियम, 2023.*भाग क.*भाग ख.*हैश रिपोर्ट/s);
  });

  it('of one letter holds its PDF as issued, with all events of the file', async () => {
    const ofLetter = await bundleOf(fileId, issueId);
    const whole = await verify(bundle);
    // The event of its own asking came after those of the first.
    expect(await verify(ofLetter)).toMatchObject({ subjects: 1, documents: 1, made: [] });
    expect((await verify(ofLetter)).others).toHaveLength(4);
    expect((await verify(ofLetter)).events).toBeLessThan(whole.events);
    const names = Object.keys(unzipSync(ofLetter));
    const [issued] = await office().rows<{ sha256: string; number: string }>(
      'SELECT d.sha256, i.number FROM issue i JOIN document d ON d.id = i.document_id WHERE i.id = $1',
      [issueId],
    );
    expect(names).toContain(`documents/${issued?.sha256 ?? ''}.pdf`);
    expect(names).not.toContain('whole-file.pdf');
    expect(await office().get(MyPdfs).list(so(), 'hi')).toContainEqual(
      expect.objectContaining({ form: 'bundle', state: 'ready', issueNumber: issued?.number }),
    );
    const other = await office().newFile(so());
    await expect(ask(other.fileId, so(), issueId)).rejects.toMatchObject({ code: 'not-found' });
  }, 120_000);

  it('is found wrong wherever one byte was changed in what it holds', async () => {
    const tail = bundle.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    const directory = bundle.readUInt32LE(tail + 16);
    const stretches = contentStretches(bundle, directory);
    const total = stretches.reduce((sum, { length }) => sum + length, 0);
    for (let round = 0; round < 60; round++) {
      let place = randomInt(total);
      const stretch = stretches.find(({ length }) => (place < length ? true : ((place -= length), false)));
      const changed = Buffer.from(bundle);
      const at = (stretch?.at ?? 0) + place;
      changed[at] = (changed[at] ?? 0) ^ (1 << randomInt(8));
      await expect(verify(changed)).rejects.toBeInstanceOf(Wrong);
    }
  }, 120_000);

  it('stays right when the key of the log changes afterwards, and holds the changes that came before it', async () => {
    const sequencer = office().get(Sequencer);
    await sequencer.rotateKey();
    await sequencer.rotateKey();
    expect(await verify(bundle)).toMatchObject({ keyChanges: 0 });
    const later = await bundleOf(fileId);
    expect(await verify(later)).toMatchObject({ keyChanges: 2 });
    const first = (await office().get<ObjectStore>(OBJECT_STORE).readNamed('log/keys'))?.toString().split('\n')[0];
    expect(JSON.parse(Buffer.from(unzipSync(later)['manifest.json'] ?? []).toString())).toMatchObject({ log: first });
  }, 120_000);

  it('is not made for whoever may not read the file, and nothing happens', async () => {
    const stranger = await office().actor();
    const before = await office().counts();
    await expect(ask(fileId, stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(await office().counts()).toEqual(before);
    await office().rows(`DELETE FROM asked_pdf`);
    const id = await ask(fileId);
    await office().rows(`UPDATE asked_pdf SET user_id = $2, post_id = $3 WHERE id = $1`, [
      id,
      stranger.userId,
      stranger.postId,
    ]);
    await publish();
    await make(id);
    expect(await office().rows('SELECT state, sha256, failure FROM asked_pdf WHERE id = $1', [id])).toEqual([
      { state: 'failed', sha256: null, failure: expect.objectContaining({ code: 'not-found' }) as object },
    ]);
  });

  it('waits for the log, and says why there is none when the log stands', async () => {
    await office().rows(`DELETE FROM asked_pdf`);
    const id = await ask(fileId);
    const store = office().get<ObjectStore>(OBJECT_STORE);
    const reading = jest.spyOn(store, 'readNamed');
    const waiting = make(id);
    // It looks for the log once it has read what is to be proven, and has found that it is not logged.
    while (!reading.mock.calls.some(([name]) => name === 'log/checkpoint')) await sleep(10);
    await publish();
    await waiting;
    expect(await office().rows('SELECT state FROM asked_pdf WHERE id = $1', [id])).toEqual([{ state: 'ready' }]);

    const late = await ask(fileId);
    const checkpoint = await store.readNamed('log/checkpoint');
    await store.writeNamed('log/checkpoint', Buffer.from('x'));
    await make(late, true);
    await store.writeNamed('log/checkpoint', checkpoint ?? Buffer.alloc(0));
    expect(await office().rows('SELECT failure FROM asked_pdf WHERE id = $1', [late])).toEqual([
      { failure: { code: 'events-not-logged', params: {} } },
    ]);
  }, 120_000);

  it('is verified by the single file, with Node alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'patravali-bundle-'));
    try {
      await writeFile(join(folder, 'bundle.zip'), bundle);
      const start = promisify(execFile);
      await start(process.execPath, [join(__dirname, '../../../libs/verifier/build.mjs'), join(folder, 'one')]);
      const file = join(folder, 'one/patravali-verify.mjs');
      const { stdout } = await start(process.execPath, [file, '--json', join(folder, 'bundle.zip')]);
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'right' });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);

  it('is made with the checkpoint that witnesses have signed, when it covers all events', async () => {
    const store = office().get<ObjectStore>(OBJECT_STORE);
    // One of a letter: no event is written while it is made, which that checkpoint would not cover.
    const id = await ask(fileId, so(), issueId);
    await publish();
    const checkpoint = (await store.readNamed('log/checkpoint'))?.toString() ?? '';
    const witnessed = `${checkpoint}— witness.example.in ${Buffer.alloc(76, 1).toString('base64')}\n`;
    await store.writeNamed('log/witnessed', Buffer.from(witnessed));
    await make(id);
    const signed = await buffer(
      await office()
        .get(DocumentBytes)
        .open(await office().get(MyPdfs).ready(so(), id)),
    );
    const proofs = Object.entries(unzipSync(signed)).filter(([path]) => path.startsWith('proofs/'));
    expect(proofs.length).toBeGreaterThan(10);
    for (const [, bytes] of proofs) expect(Buffer.from(bytes).toString()).toContain(witnessed);
    await verify(signed);
    // What has happened since, it does not cover.
    await verify(await bundleOf(fileId));
  }, 120_000);
});

/** Where in a ZIP the bytes of files lie, that is all but its own marks. */
function contentStretches(zip: Buffer, directory: number): { at: number; length: number }[] {
  const stretches: { at: number; length: number }[] = [];
  for (let at = directory; zip.readUInt32LE(at) === 0x02014b50;) {
    const [length, name] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    stretches.push({ at: local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28), length });
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return stretches;
}
