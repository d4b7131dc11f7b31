import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';
import { ACTIVE_PDFS } from '../../../../../test/support/papers/active-pdfs';
import { aPdfWithJavaScript, HOSTILE_PDFS } from '../../../../../test/support/papers/hostile-pdfs';
import { aDocument, useInspectedFolder, withInspectors } from '../../../../../test/support/papers/inspected';
import { INSPECTOR_LIMITS, inspectPdf, WarmInspectors } from './index';

const MIB = 1024 * 1024;
const { folder, aFile } = useInspectedFolder();
const inspect = async (bytes: Uint8Array | string) => inspectPdf(await aFile(bytes));

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

describe('inspecting where the machine allows too little', () => {
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
  const inspectorsOf = () => readdirSync(folder()).filter((name) => name.endsWith('.inspection'));

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
      expect(readdirSync(join(folder(), mine))).toEqual([]);
    });
  });

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
    const path = join(await mkdtemp(join(folder(), 'alone-')), 'letter.pdf');
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
