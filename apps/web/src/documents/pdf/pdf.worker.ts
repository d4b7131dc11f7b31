import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import wasmUrl from '@embedpdf/pdfium/pdfium.wasm?url';
import type { AskedQuestion, PdfAnswers, PdfQuestion, WorkerAnswer } from './pdf-worker-messages';
import { PdfiumDocument } from './pdfium-document';

const documents = new Map<number, PdfiumDocument>();
let lastDocument = 0;
let pdfium: Promise<WrappedPdfiumModule> | null = null;

class MissingPdfium extends Error {}

/** One that did not come is asked for again with the next question. */
function loaded(): Promise<WrappedPdfiumModule> {
  pdfium ??= load().catch((cause: unknown) => {
    pdfium = null;
    throw new MissingPdfium('PDFium did not come', { cause });
  });
  return pdfium;
}

async function load(): Promise<WrappedPdfiumModule> {
  const answer = await fetch(wasmUrl);
  if (!answer.ok) throw new Error(String(answer.status));
  const engine = await init({ wasmBinary: await answer.arrayBuffer() });
  engine.PDFiumExt_Init();
  return engine;
}

function opened(document: number): PdfiumDocument {
  const found = documents.get(document);
  if (!found) throw new Error('closed');
  return found;
}

async function answer(question: PdfQuestion): Promise<PdfAnswers[keyof PdfAnswers]> {
  const engine = await loaded();
  switch (question.kind) {
    case 'open': {
      const document = PdfiumDocument.open(engine, new Uint8Array(question.content));
      lastDocument += 1;
      documents.set(lastDocument, document);
      return { document: lastDocument, pages: document.pages };
    }
    case 'picture':
      return opened(question.document).picture(question.page, question.scale);
    case 'runs':
      return opened(question.document).runs(question.page);
    case 'words':
      return opened(question.document).words();
    case 'find':
      return opened(question.document).find(question.words);
    case 'recognised':
      opened(question.document).addRecognised(question.pages);
      return null;
    case 'close':
      opened(question.document).close();
      documents.delete(question.document);
      return null;
  }
}

function buffersOf(given: PdfAnswers[keyof PdfAnswers]): Transferable[] {
  return typeof given === 'object' && given && 'pixels' in given ? [given.pixels.buffer] : [];
}

function send(message: WorkerAnswer): void {
  const picture = message.ok ? buffersOf(message.answer) : [];
  self.postMessage(message, { transfer: picture });
}

self.addEventListener('message', (event: MessageEvent<AskedQuestion>) => {
  const { id } = event.data;
  answer(event.data).then(
    (given) => send({ id, ok: true, answer: given }),
    (error: unknown) => send({ id, ok: false, missing: error instanceof MissingPdfium }),
  );
});
