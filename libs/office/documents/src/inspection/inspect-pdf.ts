import { stat } from 'node:fs/promises';
import { CHILD_LANES, type TextAnswer, WorkKind } from '@patravali/child-process';
import { isFull, StorageFull } from '@patravali/storage';
import { INSPECTION_LIMITS, type InspectionLimits } from './inspection-limits';
import { InspectionFailed, NotPdf, PdfBroken, PdfEncrypted, PdfHostile, PdfTooComplex } from './inspection-refusals';
import { type InspectionJob, InspectionResult, type PdfFacts } from './pdf-facts';
import { lookAroundPdf } from './look-around-pdf';
import type { PdfInspector } from './pdf-inspector';
import { WarmInspectors } from './warm-inspectors';

/** Each inspection may take a processor and the memory of its limits. */
const AT_ONCE = 2;
/** One that failed after it had read other documents, or was ended from outside, tells nothing of this one. */
const ATTEMPTS = 2;
const BYTES_PER_MIB = 1024 * 1024;
const SAID_KEPT = 200;
/** Between a look at the clock and the next one lies a page. */
const SLACK_MS = 1_000;

const inspections = new WorkKind({ atOnce: AT_ONCE });
export const warmInspectors = new WarmInspectors();

/**
 * Says what an untrusted PDF is, without trusting it: it is parsed by PDFium in another process that can be killed. At most
 * two are read at once; more wait, person by person in turn. Throws NotPdf, PdfEncrypted, PdfBroken, PdfTooComplex,
 * PdfHostile, InspectionFailed or TooBusy; whatever the file does, this process stays well. Nothing in the file is run.
 */
export async function inspectPdf(
  path: string,
  limits: Partial<InspectionLimits> = {},
  inspectors = warmInspectors,
  text = false,
): Promise<PdfFacts> {
  const { isPdf, isPolyglot } = await lookAroundPdf(path);
  if (!isPdf) throw new NotPdf();
  const inspecting = () => resultOf(path, { ...INSPECTION_LIMITS, ...limits, text }, inspectors);
  const result = await CHILD_LANES.awaited.take(inspecting, { kind: inspections });
  switch (result.outcome) {
    case 'facts':
      return isPolyglot ? { ...result.facts, active: [...result.facts.active, 'polyglot'] } : result.facts;
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

type Inspecting = InspectionLimits & Pick<InspectionJob, 'text'>;

/** A child stays only after a document that it could read to its end. */
async function resultOf(path: string, limits: Inspecting, inspectors: WarmInspectors): Promise<InspectionResult> {
  for (let attempt = 1; ; attempt++) {
    const inspector = await (attempt === 1 ? inspectors.take(path) : inspectors.start(path)).catch(notInspected);
    const { isNew } = inspector;
    const answer = await inspect(path, limits, inspector).catch(async (error: unknown) => {
      await inspector.end();
      return notInspected(error);
    });
    const result = answer.failure === null ? resultIn(answer.line) : null;
    if (result?.outcome === 'facts') inspectors.giveBack(inspector);
    else await inspector.end();
    if (result) return result;
    const failure = new Error(answer.failure ?? `it said ${answer.line.slice(0, SAID_KEPT)}`);
    if (isOfTheDocument(answer, isNew)) throw new PdfHostile(failure);
    const mayTryAgain = attempt < ATTEMPTS && (answer.wasReady || answer.endedFromOutside);
    if (!mayTryAgain) notInspected(failure);
  }
}

/** Null for what no child of ours says. */
function resultIn(line: string): InspectionResult | null {
  try {
    return InspectionResult.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function inspect(path: string, limits: Inspecting, inspector: PdfInspector): Promise<TextAnswer> {
  const { wallMs, pages, text } = limits;
  const { size } = await stat(path);
  const workMs = limits.workMs + (size / BYTES_PER_MIB) * limits.workMsPerMiB;
  // The child stops by itself where it can; where it hangs, it is stopped.
  return await inspector.inspect(path, { workMs, pages, text }, { wallMs, processorMs: 2 * workMs + SLACK_MS });
}

function isOfTheDocument({ wasReady, late, endedFromOutside }: TextAnswer, isNew: boolean): boolean {
  return wasReady && !endedFromOutside && (late || isNew);
}

function notInspected(cause: unknown): never {
  throw isFull(cause) ? new StorageFull(cause) : new InspectionFailed(cause);
}
