import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { ACTIVE_PDFS } from '../../../../../test/support/papers/active-pdfs';
import {
  aPdfWithJavaScript,
  HOSTILE_PDFS,
  manyPagesOfOneDrawing,
} from '../../../../../test/support/papers/hostile-pdfs';
import { INSPECTION_LIMITS, INSPECTOR_LIMITS, inspectPdf, WarmInspectors, warmInspectors } from './index';

const MIB = 1024 * 1024;
let folder: string;
let files = 0;

beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-inspection-'))));
afterAll(async () => {
  await warmInspectors.close();
  await rm(folder, { recursive: true, force: true });
});

async function aFile(bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, `${String(++files)}.pdf`);
  await writeFile(path, bytes);
  return path;
}

const inspect = async (bytes: Uint8Array | string) => inspectPdf(await aFile(bytes));

async function aDocument(pages: readonly string[], change?: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage([595, 842]).drawText(text, { x: 50, y: 700, size: 12, font });
  change?.(document);
  return document.save();
}

/** Those of a test alone: with limits of its own, or to see what becomes of them. */
async function withInspectors<T>(changes: object, test: (inspectors: WarmInspectors) => Promise<T>): Promise<T> {
  const inspectors = new WarmInspectors({ ...INSPECTOR_LIMITS, ...changes });
  return await test(inspectors).finally(() => inspectors.close());
}

describe('inspecting a letter', () => {
  it('counts its pages and sees whether they have text', async () => {
    const facts = await inspect(await aDocument(['', 'Sanction of leave', 'Copy to the Treasury']));
    expect(facts).toEqual({ pages: 3, hasText: true, active: [] });
  });

  it('finds no text in a page without any', async () => {
    expect(await inspect(await aDocument([''])).then(({ hasText }) => hasText)).toBe(false);
    expect(await inspect(await aDocument(['  '])).then(({ hasText }) => hasText)).toBe(false);
  });

  it('reads one much larger than it takes memory for', async () => {
    const large = await aDocument(['A large one'], (document) => {
      for (let part = 0; part < 40; part++) document.context.register(document.context.stream(randomBytes(MIB)));
    });
    await withInspectors({ pdfiumBytes: 24 * MIB }, async (inspectors) => {
      expect(await inspectPdf(await aFile(large), {}, inspectors)).toEqual({ pages: 1, hasText: true, active: [] });
    });
  });

  it('inspects many at once, a few at a time', async () => {
    const path = await aFile(await aDocument(['One of many']));
    const all = await Promise.all(Array.from({ length: 6 }, () => inspectPdf(path)));
    expect(all.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('inspecting what is no letter', () => {
  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Letter</title>'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a PDF mark too late', `${' '.repeat(1024)}%PDF-1.7`],
  ])('refuses %s as no PDF', async (_, bytes) => {
    await expect(inspect(bytes)).rejects.toMatchObject({ code: 'not-pdf' });
  });

  it('refuses one that needs a password', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await expect(inspect(await document.save())).rejects.toMatchObject({ code: 'pdf-encrypted' });
  });

  it('takes one that is encrypted and opens without a password', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: '', ownerPassword: 'secret' });
    expect((await inspect(await document.save())).pages).toBe(1);
  });

  it('refuses more pages than the limit', async () => {
    const path = await aFile(await aDocument(['1', '2', '3']));
    await expect(inspectPdf(path, { pages: 2 })).rejects.toMatchObject({ code: 'pdf-hostile' });
  });
});

describe('inspecting a file that would act when it is opened', () => {
  it.each(Object.entries(ACTIVE_PDFS))('says what is in %s, and runs none of it', async (_, { bytes, active }) => {
    expect(await inspect(await bytes())).toMatchObject({ pages: 1, active });
  });
});

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
    expect((await inspect(await aDocument(['The next']))).pages).toBe(1);
  });

  it('ends a child whose document wants more memory than its limit', async () => {
    const path = await hostile('a page of nothing, packed three times');
    for (const pdfiumBytes of [64 * MIB, 4096 * MIB]) {
      await withInspectors({ pdfiumBytes }, async (inspectors) => {
        await expect(inspectPdf(path, {}, inspectors)).rejects.toMatchObject({ code: 'pdf-hostile' });
      });
    }
  }, 60_000);

  it('blames the installation, not the document, when no child can start', async () => {
    const path = await aFile(await aDocument(['A letter']));
    await withInspectors({ addressSpaceKiB: 100_000 }, async (inspectors) => {
      await expect(inspectPdf(path, {}, inspectors)).rejects.toMatchObject({
        code: 'inspection-unavailable',
        retryAfter: 5,
      });
    });
  });
});

describe('an inspector that stays warm', () => {
  const inspectorsOf = () => readdirSync(folder).filter((name) => name.endsWith('.inspection'));

  it('reads one document after the other, and nothing lies in its folder between them', async () => {
    const path = await aFile(await aDocument(['A letter']));
    await withInspectors({}, async (inspectors) => {
      const known = inspectorsOf();
      await inspectPdf(path, {}, inspectors);
      const [mine = ''] = inspectorsOf().filter((name) => !known.includes(name));
      await inspectPdf(await aFile(aPdfWithJavaScript()), {}, inspectors);
      // Nothing of the one before is found in this one.
      expect(await inspectPdf(path, {}, inspectors)).toEqual({ pages: 1, hasText: true, active: [] });
      expect(inspectorsOf().filter((name) => !known.includes(name))).toEqual([mine]);
      expect(readdirSync(join(folder, mine))).toEqual([]);
    });
  });

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

  it('is replaced after so many documents', async () => {
    const path = await aFile(await aDocument(['A letter']));
    await withInspectors({ documents: 2 }, async (inspectors) => {
      const known = inspectorsOf();
      const seen = new Set<string>();
      for (let nth = 0; nth < 5; nth++) {
        await inspectPdf(path, {}, inspectors);
        inspectorsOf().forEach((name) => seen.add(name));
      }
      expect([...seen].filter((name) => !known.includes(name)).length).toBeGreaterThanOrEqual(2);
    });
  });

  it('ends when nobody has needed it for a while, and leaves nothing', async () => {
    const path = await aFile(await aDocument(['A letter']));
    const known = inspectorsOf();
    await inspectPdf(path, {}, new WarmInspectors(INSPECTOR_LIMITS, 50));
    while (inspectorsOf().some((name) => !known.includes(name))) await sleep(20);
  });
});

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('inspecting a letter while somebody kills processes', () => {
  /** Kills that many children over the only document of a folder, as soon as each is there. */
  async function kill(path: string, times: number): Promise<void> {
    const killed = new Set<string>();
    while (killed.size < times) {
      await sleep(10);
      const child = readdirSync('/proc').find((entry) => isChildOver(path, entry) && !killed.has(entry));
      if (!child) continue;
      killed.add(child);
      process.kill(Number(child), 'SIGKILL');
    }
  }
  async function alone(bytes: Uint8Array): Promise<string> {
    const path = join(await mkdtemp(join(folder, 'alone-')), 'letter.pdf');
    await writeFile(path, bytes);
    return path;
  }

  it('does not blame the document, and says that it could not be checked', async () => {
    const path = await alone(HOSTILE_PDFS['a form that draws itself']?.() ?? Buffer.alloc(0));
    const inspected = inspectPdf(path).catch((error: unknown) => error);
    await kill(path, 2);
    const said = await inspected;
    expect(said).toMatchObject({ code: 'inspection-unavailable' });
  });

  it('looks once more at a document whose first child was killed', async () => {
    const path = await alone(await aDocument(['A letter']));
    const inspected = inspectPdf(path);
    await kill(path, 1);
    const facts = await inspected;
    expect(facts).toMatchObject({ pages: 1, hasText: true });
  });
});

/** Node itself, not the shell that starts it. */
function isChildOver(path: string, entry: string): boolean {
  if (!/^\d+$/.test(entry)) return false;
  try {
    const words = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
    return words[0] === process.execPath && words.some((word) => word.startsWith(`${dirname(path)}/`));
  } catch {
    return false;
  }
}

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
