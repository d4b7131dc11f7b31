import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@patravali/authorization';
import { MOST_PICTURES } from '@patravali/contract';
import { PDFDocument } from 'pdf-lib';
import { documentActs } from '../../../../test/support/acts/document-acts';
import { useOffice } from '../../../../test/support/office/office';
import { jpeg, PIXEL, png } from '../../../../test/support/pictures/pictures';
import { spoolFolder } from './spool/spool-folder';
import { CheckStore } from './store/check-store';
import { SweepObjects } from './store/sweep-objects';
import { ReadPicture } from './read-picture';
import { type PicturesUpload, UploadPictures } from './upload-pictures';

const LIMIT = 200_000;
const office = useOffice({ holds: 'section', config: { maxUploadBytes: LIMIT } });
const { store, read, pdf, upload: uploadPdf, diarise } = documentActs(office);

const SCAN = png(1240, 1754, { resolution: 150 });
let nth = 0;
/** Another one each time. */
const photograph = () => jpeg(3000, 4000 + nth++, { orientation: 6 });

function upload(by: Actor, pictures: readonly Buffer[], more: Partial<PicturesUpload> = {}) {
  const each: PicturesUpload['each'] = async (take) => {
    for (const [index, bytes] of pictures.entries())
      await take({ body: Readable.from([bytes]), fileName: `पृष्ठ ${index + 1}.jpg` });
  };
  return office()
    .get(UploadPictures)
    .execute(by, { each, fileName: 'पत्र.pdf', ...more });
}
const original = (by: Actor, id: string, page: number) => office().get(ReadPicture).execute(by, id, page);
const counts = () =>
  office().rows('SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document_picture), count(*) FROM event');
const spooled = async () => {
  const found = await readdir(spoolFolder(office().config.dataFolder), { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => name);
};

describe('pictures of a letter', () => {
  it('become one document of as many pages, and are kept as they came', async () => {
    const [aso, first] = [office().at('ASO'), photograph()];
    const document = await upload(aso, [first, SCAN, PIXEL], { toDiarise: true });
    expect(document).toMatchObject({ pages: 3, fileName: 'पत्र.pdf', hasText: false, fromPictures: true, active: [] });
    const { sha256 } = await read(aso, document.id);
    const made = await PDFDocument.load(await buffer(await store().get(sha256)));
    expect(made.getPages().map((page) => Math.round(page.getWidth()))).toHaveLength(3);

    const second = await original(aso, document.id, 2);
    expect(second).toMatchObject({ fileName: 'पृष्ठ 2.jpg', format: 'png', size: SCAN.length });
    expect(await buffer(await store().get((await original(aso, document.id, 1)).sha256))).toEqual(first);
    await expect(original(aso, document.id, 4)).rejects.toMatchObject({ code: 'not-found' });
    const events = await office().rows('SELECT name, content_hash, data FROM event WHERE subject_id = $1', [
      document.id,
    ]);
    expect(events).toMatchObject([{ name: 'document.uploaded', content_hash: sha256, data: { pictures: 3 } }]);
    const texts = await office().rows('SELECT state FROM document_text WHERE document_id = $1', [document.id]);
    expect(texts).toEqual([{ state: 'waiting' }]);
    expect(await spooled()).toEqual([]);
  });

  it('are the same document when they are photographed once and sent twice, byte by byte', async () => {
    const [aso, pictures] = [office().at('ASO'), [photograph(), SCAN]];
    const [one, other] = [await upload(aso, pictures), await upload(aso, pictures)];
    expect(other.id).not.toBe(one.id);
    expect(other.sha256).toBe(one.sha256);
  });

  it('are one document when they are repeated with their key, and refused with the key of others', async () => {
    const [aso, pictures] = [office().at('ASO'), [photograph(), SCAN]];
    const idempotencyKey = 'key-of-pictures';
    const first = await upload(aso, pictures, { idempotencyKey });
    expect(await upload(aso, pictures, { idempotencyKey })).toEqual(first);
    const reused = { code: 'idempotency-key-reused' };
    await expect(upload(aso, pictures.toReversed(), { idempotencyKey })).rejects.toMatchObject(reused);
  });

  it.each([
    ['a PDF among them', [PIXEL, Buffer.from('%PDF-1.7')], 'ASO', { code: 'not-picture', params: { page: 2 } }],
    ['one that is empty', [Buffer.alloc(0)], 'ASO', { code: 'not-picture', params: { page: 1 } }],
    ['none', [], 'ASO', { code: 'not-picture' }],
    ['one that was cut', [PIXEL, SCAN, PIXEL.subarray(0, -2)], 'ASO', { code: 'picture-broken', params: { page: 3 } }],
    ['one in four inks', [jpeg(9, 9, { components: 4 })], 'ASO', { code: 'picture-cmyk' }],
    ['one of 30,000 × 30,000', [png(30_000, 30_000, { packed: PIXEL })], 'ASO', { code: 'picture-too-large' }],
    ['too many', Array.from({ length: MOST_PICTURES + 1 }, () => PIXEL), 'ASO', { code: 'too-many-pictures' }],
    ['too many bytes', [PIXEL, Buffer.alloc(LIMIT)], 'ASO', { code: 'too-large', params: { limitMiB: 0.2 } }],
    ['a post that does not diarise', [PIXEL], 'DS', { code: 'not-allowed' }],
  ] as const)('are refused with %s, and nothing is kept', async (_, pictures, marking, refusal) => {
    const before = await counts();
    await expect(upload(office().at(marking), pictures)).rejects.toMatchObject(refusal);
    expect(await counts()).toEqual(before);
    expect(await spooled()).toEqual([]);
  });

  it('are read by whoever reads the letter, and by nobody else', async () => {
    const [aso, so, clerk] = [office().at('ASO'), office().at('SO'), office().at('CLERK')];
    const { id } = await upload(aso, [photograph()]);
    const refused = { code: 'not-found' };
    await expect(original(so, id, 1)).rejects.toMatchObject(refused);
    await diarise(aso, id, { forward: { toPostId: so.postId } });
    await expect(original(so, id, 1)).resolves.toMatchObject({ format: 'jpeg' });
    await expect(original(clerk, id, 1)).rejects.toMatchObject(refused);
  });

  it('are none of a document that came as PDF', async () => {
    const aso = office().at('ASO');
    const { id, fromPictures } = await uploadPdf(aso, await pdf(1));
    expect(fromPictures).toBe(false);
    await expect(original(aso, id, 1)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the pictures in the store', () => {
  it('are held against their rows, as documents are', async () => {
    const { id } = await upload(office().at('ASO'), [photograph()]);
    const { sha256 } = await original(office().at('ASO'), id, 1);
    await store().setAside(sha256);
    const lacks: object[] = [];
    await office()
      .get(CheckStore)
      .execute({ bringBack: true, onLack: (lack) => lacks.push(lack) });
    expect(lacks).toMatchObject([{ kind: 'missing', sha256, documents: [{ fileName: 'पत्र.pdf' }], setAside: true }]);
    expect(await store().size(sha256)).toBeGreaterThan(0);
  });

  it('stay while their document does, and go with it', async () => {
    const pictures = [photograph(), photograph()];
    const { id } = await upload(office().at('ASO'), pictures);
    const { sha256 } = await original(office().at('ASO'), id, 1);
    const sweep = () => office().get(SweepObjects).execute();
    await sweep();
    await sweep();
    expect(await store().size(sha256)).toBe(pictures[0]?.length);
    await office().rows(`ALTER TABLE document DISABLE TRIGGER USER;
      UPDATE document SET uploaded_at = uploaded_at - INTERVAL '8 days' WHERE id = '${id}';
      ALTER TABLE document ENABLE TRIGGER USER`);
    await sweep();
    expect(await office().rows('SELECT FROM document_picture WHERE document_id = $1', [id])).toEqual([]);
  });
});

describe('a document that is made of pictures', () => {
  it('has one for each of its pages, by the database as well', async () => {
    const { id } = await upload(office().at('ASO'), [photograph(), photograph()]);
    const more = `INSERT INTO document_picture SELECT document_id, 4, organisation_id, sha256, size, format, file_name
      FROM document_picture WHERE document_id = '${id}' AND page = 1`;
    await expect(office().rows(more)).rejects.toMatchObject({ constraint: 'pictures_are_pages' });
    const change = `UPDATE document_picture SET file_name = 'x' WHERE document_id = '${id}'`;
    await expect(office().rows(change)).rejects.toMatchObject({ constraint: 'document_picture_is_final' });
  });
});
