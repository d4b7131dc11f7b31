import { open } from 'node:fs/promises';
import { Turns } from '@patravali/child-process';
import { INSPECTION_LIMITS, type InspectionLimits } from './inspection-limits';
import { NotPdf, PdfBroken, PdfEncrypted, PdfHostile, PdfTooComplex } from './inspection-refusals';
import { InspectionResult, type PdfFacts } from './pdf-facts';
import { runPdfChild } from './run-pdf-child';

/** Each inspection may take a processor and the memory of its limits. */
const AT_ONCE = 2;
/** Where readers look for the mark of a PDF, in bytes from the beginning. */
const HEAD = 1024;

const turns = new Turns({ atOnce: AT_ONCE });

/**
 * Says what an untrusted PDF is, without trusting it: it is parsed by PDFium in a process of its own that can be killed.
 * At most two run at once; more wait, person by person in turn. Throws NotPdf, PdfEncrypted, PdfBroken, PdfTooComplex, PdfHostile or TooBusy; whatever the file does, this
 * process stays well. Nothing in the file is run.
 */
export async function inspectPdf(path: string, limits: Partial<InspectionLimits> = {}): Promise<PdfFacts> {
  if (!(await beginsAsPdf(path))) throw new NotPdf();
  const printed = await turns.take(() => runPdfChild(path, { ...INSPECTION_LIMITS, ...limits }));
  const result = InspectionResult.parse(JSON.parse(printed));
  switch (result.outcome) {
    case 'facts':
      return result.facts;
    case 'encrypted':
      throw new PdfEncrypted();
    case 'broken':
      throw new PdfBroken();
    case 'too-complex':
      throw new PdfTooComplex();
    case 'too-many-pages':
      throw new PdfHostile(new Error('too many pages'));
  }
}

async function beginsAsPdf(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead).includes('%PDF-');
  } finally {
    await file.close();
  }
}
