import { PutReceiptInFile } from '@patravali/correspondence';
import { spoolFolder } from '@patravali/documents';
import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { useOffice } from '../../../../test/support/office/office';
import { documentActs } from '../../../../test/support/acts/document-acts';

const LIMIT = 200_000;
const office = useOffice({ holds: 'section', config: { maxUploadBytes: LIMIT } });
const { store, upload, read, pdf, diarise } = documentActs(office);
/** Files alone: an inspector that waits for the next has an empty folder there. */
const spooled = async () => {
  const found = await readdir(spoolFolder(office().config.dataFolder), { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => name);
};

describe('uploading a letter', () => {
  it('keeps its bytes under their hash and says what it is', async () => {
    const [aso, bytes] = [office().at('ASO'), await pdf(3)];
    const document = await upload(aso, bytes);
    expect(document).toMatchObject({ pages: 3, size: bytes.length, fileName: 'पत्र.pdf', hasText: false });
    const { sha256 } = await read(aso, document.id);
    expect(new Uint8Array(await buffer(await store().get(sha256)))).toEqual(bytes);
    const events = await office().rows('SELECT name, content_hash FROM event WHERE subject_id = $1', [document.id]);
    expect(events).toEqual([{ name: 'document.uploaded', content_hash: sha256 }]);
    expect(await spooled()).toEqual([]);
  });

  it('is one document when it is repeated with its key, and refused with the key of another', async () => {
    const [aso, bytes] = [office().at('ASO'), await pdf(1)];
    const idempotencyKey = 'key-of-an-upload';
    const [first, second] = [
      await upload(aso, bytes, { idempotencyKey }),
      await upload(aso, bytes, { idempotencyKey }),
    ];
    expect(second).toEqual(first);
    await expect(upload(aso, await pdf(1), { idempotencyKey })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it.each([
    ['what is no PDF', 'ASO', () => Buffer.from('hello'), {}, 'not-pdf'],
    ['a broken PDF', 'ASO', () => Buffer.from('%PDF-1.7\nnothing'), {}, 'pdf-broken'],
    ['more than the office takes', 'ASO', () => Buffer.alloc(LIMIT + 1), {}, 'too-large'],
    ['less than was announced', 'ASO', () => Buffer.from('%PDF-1.7'), { announced: 100 }, 'upload-truncated'],
    ['a post that does not diarise', 'DS', () => pdf(1), {}, 'not-allowed'],
  ] as const)('refuses %s and keeps nothing', async (_, marking, body, more, code) => {
    const count = async () => await office().rows('SELECT count(*) FROM document');
    const before = await count();
    await expect(upload(office().at(marking), await body(), more)).rejects.toMatchObject({ code });
    expect(await count()).toEqual(before);
    expect(await spooled()).toEqual([]);
  });
});

describe('reading a document', () => {
  it('is open to its uploader, then to the readers of its receipt, then to those of its file', async () => {
    const [aso, so, us, clerk, other] = (['ASO', 'SO', 'US', 'CLERK', 'OTHER'] as const).map((m) => office().at(m));
    if (!aso || !so || !us || !clerk || !other) throw new Error('no actors');
    const { id } = await upload(other, await pdf(1));
    const refused = { code: 'not-found' };
    await expect(read(other, id)).resolves.toMatchObject({ fileName: 'पत्र.pdf' });
    for (const each of [aso, so, us, clerk, office().at('AUDIT')])
      await expect(read(each, id)).rejects.toMatchObject(refused);

    const receipt = await diarise(other, id, { forward: { toPostId: so.postId } });
    for (const each of [so, us, office().at('AUDIT')]) await expect(read(each, id)).resolves.toBeDefined();
    for (const each of [aso, clerk]) await expect(read(each, id)).rejects.toMatchObject(refused);

    const { fileId } = await office().newFile(so);
    await office().get(PutReceiptInFile).execute(so, receipt.id, { fileId, flag: null });
    await office().rows('UPDATE file_custody SET reader_post_ids = reader_post_ids || $2::uuid WHERE file_id = $1', [
      fileId,
      aso.postId,
    ]);
    await expect(read(aso, id)).resolves.toBeDefined();
    await expect(read(clerk, id)).rejects.toMatchObject(refused);
  });

  it('is closed to superiors and auditors when the letter is confidential', async () => {
    const aso = office().at('ASO');
    const { id } = await upload(aso, await pdf(1));
    await diarise(aso, id, { grading: 'confidential' });
    for (const marking of ['SO', 'US', 'DS', 'AUDIT', 'DISPATCH'] as const) {
      await expect(read(office().at(marking), id)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});
