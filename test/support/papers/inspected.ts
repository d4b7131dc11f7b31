import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { INSPECTOR_LIMITS, WarmInspectors, warmInspectors } from '../../../libs/office/documents/src/inspection';

/** A folder of documents that a suite has inspected. */
export function useInspectedFolder() {
  let folder = '';
  let files = 0;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-inspection-'))));
  afterAll(async () => {
    await warmInspectors.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder: () => folder,
    aFile: async (bytes: Uint8Array | string): Promise<string> => {
      const path = join(folder, `${String(++files)}.pdf`);
      await writeFile(path, bytes);
      return path;
    },
  };
}

/** A PDF with a line of text on each page. */
export async function aDocument(
  pages: readonly string[],
  change?: (document: PDFDocument) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage([595, 842]).drawText(text, { x: 50, y: 700, size: 12, font });
  change?.(document);
  return document.save();
}

/** Those of a test alone: with limits of its own, or to see what becomes of them. */
export async function withInspectors<T>(changes: object, test: (inspectors: WarmInspectors) => Promise<T>): Promise<T> {
  const inspectors = new WarmInspectors({ ...INSPECTOR_LIMITS, ...changes });
  return await test(inspectors).finally(() => inspectors.close());
}
