import { utimes } from 'node:fs/promises';
import type { Actor } from '@patravali/authorization';
import { PutReceiptInFile } from '@patravali/correspondence';
import { DocumentBytes, SweepObjects } from '@patravali/documents';
import { CreateFile, FileHistory } from '@patravali/files';
import { AskForPdf, CancelPdf, MAKE_PDF, MakePdf, MyPdfs, WholeFilePdf } from '@patravali/records';
import { toSha256 } from '@patravali/storage';
import { startTypesetter, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { buffer } from 'node:stream/consumers';
import { PDFDocument } from 'pdf-lib';
import { objectPath } from '../../../../../test/support/papers/damaged-object';
import { documentActs } from '../../../../../test/support/acts/document-acts';
import { useOffice } from '../../../../../test/support/office/office';
import { pageTexts } from '../../../../platform/typesetting/test/pdf-text';

const office = useOffice({ holds: 'section' });
const { upload, store, pdf, diarise } = documentActs(office);
const aso = () => office().at('ASO');
const NOW = { last: false };

describe('a PDF that is made in the background', () => {
  let fileId: string;
  beforeEach(async () => (fileId = await aFile()));

  async function aFile(pages = 3): Promise<string> {
    const cover = { headId: office().headId, subject: 'सड़क', grading: 'normal', urgency: 'ordinary' } as const;
    const { id } = await office().get(CreateFile).execute(aso(), cover);
    const document = await upload(aso(), await pdf(pages));
    const receipt = await diarise(aso(), document.id);
    await office().get(PutReceiptInFile).execute(aso(), receipt.id, { fileId: id, flag: null });
    return id;
  }
  const ask = async (selection: string | null = null, by = aso()) => {
    const wanted = selection === null ? null : { pages: [{ first: 2, last: 3 }], notes: [] };
    return (await office().get(AskForPdf).execute(by, fileId, { language: 'hi', selection: wanted })).id;
  };
  const make = (id: string, attempt = NOW) =>
    office().get(MakePdf).execute({ organisationId: office().id, id }, attempt);
  const mine = async (id: string, by = aso()) =>
    (await office().get(MyPdfs).list(by, 'hi')).find((each) => each.id === id);
  const bytesOf = async (id: string, by: Actor = aso()) =>
    buffer(
      await office()
        .get(DocumentBytes)
        .open(await office().get(MyPdfs).ready(by, id)),
    );
  const jobs = async () =>
    Number(
      (await office().rows<{ count: string }>(`SELECT count(*) FROM pgboss.job WHERE name = $1`, [MAKE_PDF.name]))[0]
        ?.count,
    );

  it('waits, is made, and is found by whoever asked', async () => {
    const id = await ask();
    expect(await mine(id)).toMatchObject({
      state: 'waiting',
      done: 0,
      total: 3,
      size: null,
      selection: null,
      failure: null,
    });
    await make(id);
    const made = await mine(id);
    expect(made).toMatchObject({ state: 'ready', done: 3, total: 3 });
    const bytes = await bytesOf(id);
    expect(bytes.length).toBe(made?.size);
    const pages = await pageTexts(bytes);
    expect(pages).toHaveLength(7);
    expect(pages.filter((page) => page.includes('पत्रावली खोली'))).toHaveLength(1);
    const events = await office().get(FileHistory).execute(aso(), fileId, { limit: 50 });
    expect(events.items.at(-1)).toMatchObject({ name: 'file.pdf_asked', data: { selection: null } });
  });

  it('holds what was selected', async () => {
    const id = await ask('C/2-3');
    await make(id);
    expect(await mine(id)).toMatchObject({ selection: 'C/2–3', total: 2 });
    const [cover = '', contents = '', ...copies] = await pageTexts(await bytesOf(id));
    expect(cover).toContain('C/2–3');
    expect(contents).toContain('C/2–3');
    expect(copies).toHaveLength(2);
  });

  it('asked for once more while it is on its way is the same one, and is made once', async () => {
    const before = await jobs();
    const [first, second] = [await ask(), await ask()];
    expect(second).toBe(first);
    const other = await ask('C/2-3');
    expect(other).not.toBe(first);
    // A job finds what another has made, and does nothing.
    await make(first);
    const bind = jest.spyOn(office().get<Typesetter>(TYPESETTER), 'bind');
    await make(first);
    expect(bind).not.toHaveBeenCalled();
    bind.mockRestore();
    expect(await jobs()).toBe(before + 3);
    expect(await ask()).not.toBe(first);
  });

  it('is nobody else’s: not of another reader of the file, and not of one who may not read it any more', async () => {
    const id = await ask();
    await make(id);
    const so = office().at('SO');
    for (const other of [so, await office().actor()]) {
      expect(await mine(id, other)).toBeUndefined();
      await expect(bytesOf(id, other)).rejects.toMatchObject({ code: 'not-found' });
      await expect(office().get(CancelPdf).execute(other, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    await office().rows(`UPDATE asked_pdf SET user_id = $2, post_id = $3 WHERE id = $1`, [id, so.userId, so.postId]);
    expect(await mine(id, so)).toBeDefined();
    const stranger = await office().actor();
    await office().rows(`UPDATE asked_pdf SET user_id = $2 WHERE id = $1`, [id, stranger.userId]);
    expect(await mine(id, stranger)).toBeUndefined();
    await expect(bytesOf(id, stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is what more than two hundred notes and pages need', async () => {
    const long = await aFile(201);
    const now = office().get(WholeFilePdf).execute(aso(), long, { language: 'hi' });
    await expect(now).rejects.toMatchObject({ code: 'pdf-takes-long', params: { count: 201 } });
    const part = { language: 'hi', selection: { pages: [{ first: 1, last: 200 }], notes: [] } } as const;
    const made = await office().get(WholeFilePdf).execute(aso(), long, part);
    await made.dispose();
  });

  it('is asked for by a reader alone, of what is on the file, and of no more than three at once', async () => {
    const stranger = await office().actor();
    await expect(ask(null, stranger)).rejects.toMatchObject({ code: 'not-found' });
    const outside = {
      language: 'hi',
      selection: { pages: [{ first: 3, last: 9 }], notes: [{ first: 1, last: 1 }] },
    } as const;
    await expect(office().get(AskForPdf).execute(aso(), fileId, outside)).rejects.toMatchObject({
      code: 'selection-not-on-file',
      params: { missing: 'C/4–9, N/1', present: 'C/1–3' },
    });
    await office().rows(`DELETE FROM asked_pdf`);
    await ask();
    await ask('C/2-3');
    fileId = await aFile();
    await ask();
    await expect(ask('C/2-3')).rejects.toMatchObject({ code: 'too-many-pdfs', params: { count: 3 } });
    expect(await ask()).toBeDefined();
    await office().rows(`DELETE FROM asked_pdf`);
  });

  it('is given up by whoever asked, before it is made and while it is', async () => {
    const [early, late] = [await ask(), await ask('C/2-3')];
    const cancel = (id: string) => office().get(CancelPdf).execute(aso(), id);
    await cancel(early);
    await make(early);
    expect(await mine(early)).toMatchObject({ state: 'cancelled', size: null });
    await expect(cancel(early)).rejects.toMatchObject({ code: 'pdf-ended' });
    await expect(bytesOf(early)).rejects.toMatchObject({ code: 'pdf-not-ready' });

    // Ends only when it is told to.
    const begun = Promise.withResolvers<undefined>();
    const bind = jest.spyOn(office().get<Typesetter>(TYPESETTER), 'bind').mockImplementation((_, { signal }) => {
      begun.resolve(undefined);
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('ended'))));
    });
    const making = make(late);
    await begun.promise;
    expect(await mine(late)).toMatchObject({ state: 'making' });
    await cancel(late);
    await making;
    bind.mockRestore();
    expect(await mine(late)).toMatchObject({ state: 'cancelled', size: null });
    const names = (await office().get(FileHistory).execute(aso(), fileId, { limit: 50 })).items.map(({ name }) => name);
    expect(names.filter((name) => name === 'file.pdf_cancelled')).toHaveLength(2);
  });

  it('whose worker stood still is made by the next, and the first changes nothing any more', async () => {
    const id = await ask();
    const typesetter = office().get<Typesetter>(TYPESETTER);
    const bind = jest.spyOn(typesetter, 'bind');
    const stand = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    bind.mockImplementationOnce(async () => {
      begun.resolve(undefined);
      await stand.promise;
      throw new Error('woke up');
    });
    const first = make(id);
    await begun.promise;
    await make(id);
    const made = await mine(id);
    expect(made).toMatchObject({ state: 'ready' });
    stand.resolve(undefined);
    await first.catch(() => undefined);
    expect(await mine(id)).toEqual(made);
    bind.mockRestore();
  });

  it('says why there is none: at once what trying again cannot mend, else after some attempts', async () => {
    const typesetter = office().get<Typesetter>(TYPESETTER);
    const bind = jest.spyOn(typesetter, 'bind').mockRejectedValue(new Error('no room'));
    const id = await ask();
    for (const last of [false, false, false]) await expect(make(id, { last })).rejects.toThrow('no room');
    expect(await mine(id)).toMatchObject({ state: 'making' });
    await make(id);
    expect(await mine(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining('।') as string });
    bind.mockRestore();

    const other = await ask('C/2-3');
    await office().rows(`UPDATE file_custody SET reader_post_ids = reader_post_ids WHERE file_id = $1`, [fileId]);
    await office().rows(`UPDATE asked_pdf SET post_id = $2 WHERE id = $1`, [other, office().at('SO').postId]);
    await make(other);
    expect(await mine(other)).toMatchObject({ state: 'failed' });
  });

  it('is kept by a sweep until it expires, and then it is gone', async () => {
    const id = await ask();
    await make(id);
    const { sha256 } = await office().get(MyPdfs).ready(aso(), id);
    const grow = async () => {
      const then = new Date(Date.now() - 48 * 3_600_000);
      await utimes(objectPath(office().config.dataFolder, sha256, 'objects'), then, then);
    };
    const sweep = () => office().get(SweepObjects).execute();
    await sweep();
    await grow();
    await sweep();
    expect(await store().size(toSha256(sha256))).toBeGreaterThan(0);
    await office().rows(
      `UPDATE asked_pdf SET asked_at = asked_at - INTERVAL '8 days', expires_at = expires_at - INTERVAL '8 days' WHERE id = $1`,
      [id],
    );
    expect(await mine(id)).toBeUndefined();
    await expect(bytesOf(id)).rejects.toMatchObject({ code: 'not-found' });
    await grow();
    await sweep();
    expect(await store().size(toSha256(sha256))).toBeNull();
    expect(await office().rows('SELECT FROM asked_pdf WHERE id = $1', [id])).toEqual([]);
  });

  it('is made by a job, as the worker does it', async () => {
    // What others have asked for is not waited for.
    await office().rows('DELETE FROM asked_pdf');
    const id = await ask();
    const worker = await office().start({ jobsInProcess: true });
    for (let tries = 0; tries < 600 && (await mine(id))?.state !== 'ready'; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await mine(id)).toMatchObject({ state: 'ready' });
    await worker.close();
  }, 90_000);
});

describe('binding that nobody wants any more', () => {
  it('ends its process', async () => {
    const typesetter = startTypesetter();
    const aborting = new AbortController();
    const documents = [
      { title: 'x', pdf: '/dev/zero', pageCount: 1, pageNames: ['C/1'], listedAt: '', firstStamp: 0, mark: null },
    ];
    const empty = await (await PDFDocument.create()).save();
    const one = await PDFDocument.create();
    one.addPage();
    const page = await one.save();
    const binding = {
      language: 'hi',
      title: '',
      parts: [{ title: '', pdf: empty }],
      documents,
      missing: page,
      stamps: page,
      foot: 0,
    } as const;
    const bound = typesetter.bind(binding, {
      output: '/nowhere',
      signal: aborting.signal,
      onDocument: () => aborting.abort(),
    });
    await expect(bound).rejects.toMatchObject({ reason: 'unwanted' });
    await typesetter.close();
  });
});
