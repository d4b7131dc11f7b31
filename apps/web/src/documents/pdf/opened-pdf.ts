import type { RecognisedPage } from '@patravali/contract';
import { MissingPart } from '../../parts/lazy-import';
import type { PageSize } from './page-geometry';
import type { AskedQuestion, PdfAnswers, PdfQuestion, WorkerAnswer } from './pdf-worker-messages';
import type { Hit, Picture } from './pdfium-document';
import type { TextRun } from './text-runs';

interface Waiting {
  resolve: (answer: PdfAnswers[keyof PdfAnswers]) => void;
  reject: (reason: Error) => void;
}

/** PDFium in its own thread, started with the first PDF and kept for the next. */
class PdfThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  ask<K extends PdfQuestion['kind']>(
    question: Extract<PdfQuestion, { kind: K }>,
    transfer: Transferable[] = [],
  ): Promise<PdfAnswers[K]> {
    this.lastId += 1;
    const id = this.lastId;
    const asked: AskedQuestion = { ...question, id };
    this.started().postMessage(asked, transfer);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: (answer) => resolve(answer as PdfAnswers[K]), reject });
    });
  }

  private started(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => this.settle(event.data));
    // Only what goes wrong inside a worker has a message; a worker that did not come has none.
    worker.addEventListener('error', (event: Event) =>
      this.abandon(event instanceof ErrorEvent ? new UnreadablePdf() : new MissingPart('the worker of PDFium')),
    );
    this.worker = worker;
    return worker;
  }

  private settle(message: WorkerAnswer): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.ok) waiting?.resolve(message.answer);
    else waiting?.reject(message.missing ? new MissingPart('PDFium') : new UnreadablePdf());
  }

  /** A page that breaks PDFium costs this thread, not the screen: the next PDF starts a new one. */
  private abandon(reason: Error): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

const thread = new PdfThread();

export class UnreadablePdf extends Error {}

/** A PDF that PDFium holds open until `close`. */
export class OpenedPdf {
  private constructor(
    private readonly document: number,
    readonly pages: PageSize[],
  ) {}

  /** Rejects with UnreadablePdf, or with MissingPart when PDFium did not come. */
  static async open(bytes: Blob): Promise<OpenedPdf> {
    const content = await bytes.arrayBuffer();
    const { document, pages } = await thread.ask({ kind: 'open', content }, [content]);
    return new OpenedPdf(document, pages);
  }

  /** `page` counts from 0; `scale` is in pixels a point. */
  picture(page: number, scale: number): Promise<Picture> {
    return thread.ask({ kind: 'picture', document: this.document, page, scale });
  }

  runs(page: number): Promise<TextRun[]> {
    return thread.ask({ kind: 'runs', document: this.document, page });
  }

  /** All of its words, page after page. */
  words(): Promise<string> {
    return thread.ask({ kind: 'words', document: this.document });
  }

  find(words: string): Promise<Hit[]> {
    return thread.ask({ kind: 'find', document: this.document, words });
  }

  /** Text that was read on pages that are pictures. */
  async addRecognised(pages: readonly RecognisedPage[]): Promise<void> {
    await thread.ask({ kind: 'recognised', document: this.document, pages });
  }

  close(): void {
    void thread.ask({ kind: 'close', document: this.document }).catch(() => undefined);
  }
}
