import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_PDFS, manyPagesOfOneDrawing } from '../../../../../test/support/papers/hostile-pdfs';
import { aDocument, useInspectedFolder, withInspectors } from '../../../../../test/support/papers/inspected';
import { INSPECTION_LIMITS, inspectPdf } from './index';

const MIB = 1024 * 1024;
const { folder, aFile } = useInspectedFolder();

/** What is said of those that are not found harmless. */
const REFUSED: Readonly<Record<string, 'pdf-broken' | 'pdf-hostile'>> = {
  'a page tree whose node is its own child': 'pdf-broken',
  'a page tree that goes in a circle': 'pdf-broken',
  'a page tree 20,000 nodes deep': 'pdf-broken',
  'a count of 4,000 pages with one there': 'pdf-broken',
  'a catalog of arrays 200,000 deep': 'pdf-broken',
  'a cross-reference table cut off': 'pdf-broken',
  'a file cut in half': 'pdf-broken',
  'a cross-reference stream of impossible widths': 'pdf-broken',
  'garbage after the mark': 'pdf-broken',
  'only the mark': 'pdf-broken',
  '6,000 pages': 'pdf-hostile',
  'states saved ten million times': 'pdf-hostile',
  'a page of 400 MiB out of 400 KiB': 'pdf-hostile',
  'a page of nothing, packed three times': 'pdf-hostile',
  'a form that draws itself': 'pdf-hostile',
  'forms that draw ten of the next, twelve deep': 'pdf-hostile',
};

/** Reading them never ends: with the limits of the office each takes eleven seconds of the processor. */
const ENDLESS = ['a form that draws itself', 'forms that draw ten of the next, twelve deep'];
const SOON = { workMs: 500 };

describe('inspecting a file that goes for its reader', () => {
  const hostile = async (name: string) => aFile(HOSTILE_PDFS[name]?.() ?? '');

  it.each(Object.keys(HOSTILE_PDFS))(
    'comes through %s',
    async (name) => {
      const path = await hostile(name);
      const before = process.memoryUsage().rss;
      const said = await inspectPdf(path, ENDLESS.includes(name) ? SOON : {}).catch((error: unknown) => error);
      const refusal = REFUSED[name];
      expect(said).toMatchObject(refusal ? { code: refusal } : { pages: 1, hasText: false });
      expect(process.memoryUsage().rss - before).toBeLessThan(50 * MIB);
    },
    60_000,
  );

  it('refuses more work than the size of a document warrants, and takes it from one that is larger', async () => {
    const path = await aFile(manyPagesOfOneDrawing(300));
    await expect(inspectPdf(path, { workMs: 100 })).rejects.toMatchObject({ code: 'pdf-too-complex' });
    expect((await inspectPdf(path, { workMs: 0, workMsPerMiB: 1_000_000 })).pages).toBe(300);
    expect(INSPECTION_LIMITS).toMatchObject({ workMs: 5_000, workMsPerMiB: 200 });
  }, 60_000);

  it('ends a child that hangs over a document, once it has had far more work than this warrants', async () => {
    const path = await hostile('a form that draws itself');
    await expect(inspectPdf(path, { workMs: 300 })).rejects.toMatchObject({
      code: 'pdf-hostile',
      cause: { message: expect.stringMatching(/took more than 160\d.* ms of processor time/) as string },
    });
  });

  it('ends a child that takes more processor time than it has in its life', async () => {
    const path = await hostile('a form that draws itself');
    await withInspectors({ cpuSeconds: 1 }, async (inspectors) => {
      await expect(inspectPdf(path, {}, inspectors)).rejects.toMatchObject({
        code: 'pdf-hostile',
        cause: { message: expect.stringMatching(/SIGXCPU/) as string },
      });
    });
  });

  it('blames no document for which the machine had no time, and goes on with the next', async () => {
    const path = await hostile('a form that draws itself');
    await expect(inspectPdf(path, { wallMs: 200 })).rejects.toMatchObject({
      code: 'inspection-unavailable',
      cause: { message: expect.stringContaining('took more than 200 ms') as string },
    });
    expect((await inspectPdf(await aFile(await aDocument(['The next'])))).pages).toBe(1);
  });

  it('ends a child whose document wants more memory than its limit', async () => {
    const path = await hostile('a page of nothing, packed three times');
    for (const pdfiumBytes of [64 * MIB, 4096 * MIB]) {
      await withInspectors({ pdfiumBytes }, async (inspectors) => {
        await expect(inspectPdf(path, {}, inspectors)).rejects.toMatchObject({ code: 'pdf-hostile' });
      });
    }
  }, 60_000);
});

describe('an inspector that stays warm', () => {
  const inspectorsOf = () => readdirSync(folder()).filter((name) => name.endsWith('.inspection'));

  it.each(['a page of 400 MiB out of 400 KiB', 'garbage after the mark'])(
    'is replaced after %s',
    async (name) => {
      const [letter, bad] = [await aFile(await aDocument(['A letter'])), await aFile(HOSTILE_PDFS[name]?.() ?? '')];
      await withInspectors({}, async (inspectors) => {
        const known = inspectorsOf();
        const mine = () => inspectorsOf().filter((each) => !known.includes(each));
        await inspectPdf(letter, {}, inspectors);
        const first = mine();
        await expect(inspectPdf(bad, {}, inspectors)).rejects.toMatchObject({ code: REFUSED[name] });
        expect(mine()).toEqual([]);
        await inspectPdf(letter, {}, inspectors);
        expect(mine()).not.toEqual(first);
      });
    },
    60_000,
  );
});

const corpus = process.env.PATRAVALI_CORPUS;
const found = corpus ? readdirSync(join(corpus, 'pdf')).filter((name) => name.endsWith('.pdf')) : [];
const isHere = (program: string) => spawnSync(program, ['--version']).error === undefined;
const [itWithCorpus, itWithQpdf] = [corpus ? it : it.skip, corpus && isHere('qpdf') ? it : it.skip];

describe('inspecting documents of every make', () => {
  const opened = found.filter((name) => !name.includes('password'));

  itWithQpdf(
    'counts the pages that qpdf counts',
    async () => {
      for (const name of opened) {
        const path = join(String(corpus), 'pdf', name);
        const { stdout } = spawnSync('qpdf', ['--show-npages', path]);
        expect([name, (await inspectPdf(path)).pages]).toEqual([name, Number(stdout)]);
      }
    },
    120_000,
  );

  itWithCorpus('refuses the one with a password', async () => {
    const path = join(String(corpus), 'pdf', 'libreoffice-writer-password.pdf');
    expect(existsSync(path)).toBe(true);
    await expect(inspectPdf(path)).rejects.toMatchObject({ code: 'pdf-encrypted' });
  });
});
