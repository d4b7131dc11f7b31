import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CHILD_LANES, type TextAnswer, WorkKind } from '@patravali/child-process';
import { CONFIG, type Config } from '@patravali/config';
import { fromKrutiDev, writingsOf } from '@patravali/devanagari';
import type { z } from 'zod';
import { DocumentBytes } from '../document/document-bytes';
import type { PageWithText } from '../inspection';
import { spoolFolder } from '../spool/spool-folder';
import { DocumentTexts, type TakenDocument } from './document-texts';
import { RECOGNITION_LIMITS, type RecognitionLimits } from './recognition-limits';
import { LookResult, type PageFailure, PageResult } from './recognised-text';
import { ENGINE, TextRecogniser } from './text-recogniser';

/** A job of the queue ends after this time (milliseconds), and the next one goes on. */
const RUN_MS = 4 * 60_000;
/** Then whatever has come meanwhile has its turn: a letter of today does not wait for an old book. */
const PAGES_AT_ONCE = 20;
/** One that was ended from outside tells nothing of the page. */
const ATTEMPTS = 3;

type Looked = Extract<LookResult, { outcome: 'looked' }>;

class Closed extends Error {}

/**
 * Reads the scans that wait for it: one document after the other, page by page, in a child that may die. One that dies costs the
 * text of the page it was reading, and nothing else.
 */
@Injectable()
export class RecogniseTexts implements OnApplicationShutdown {
  private readonly logger = new Logger(RecogniseTexts.name);
  private recogniser: TextRecogniser | undefined;
  private isClosed = false;
  private isRunning = false;
  private readonly kind = new WorkKind({ atOnce: 1 });
  limits: RecognitionLimits = RECOGNITION_LIMITS;

  constructor(
    private readonly texts: DocumentTexts,
    private readonly bytes: DocumentBytes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
  ) {}

  /** One at a time in a process: whoever comes while another is at it has nothing to do. */
  async execute(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const until = Date.now() + RUN_MS;
    try {
      while (!this.isClosed && Date.now() < until && (await this.inTurn(until)));
    } catch (error) {
      if (!(error instanceof Closed)) throw error;
    } finally {
      await this.endChild();
      this.isRunning = false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    CHILD_LANES.unhurried.close(this.kind, () => new Closed());
    await this.endChild();
  }

  /** A document, or some pages of it, when it is its turn. @returns whether there was one. */
  private async inTurn(until: number): Promise<boolean> {
    const work = async () => {
      const document = await this.texts.takeNext();
      if (!document) return false;
      this.recogniser?.work();
      await this.recognise(document, until);
      if (this.recogniser?.hasRead) await this.endChild();
      this.recogniser?.rest(() => this.endChild());
      return true;
    };
    return await CHILD_LANES.unhurried.take(work, { kind: this.kind, long: true });
  }

  private async recognise(document: TakenDocument, until: number): Promise<void> {
    try {
      const looked = await this.look(document);
      if (!looked) {
        await this.texts.finish(document, 'failed');
        return;
      }
      await this.texts.keepLook(document, looked.scans, looked.own.map(inUnicode));
      const left = firstAndLast(document.left ?? looked.scans);
      const now = left.slice(0, PAGES_AT_ONCE);
      if (now.length > 0)
        do await this.read(document, now.shift() ?? 0);
        while (now.length > 0 && Date.now() < until && !(await this.texts.newerWaits(document)));
      if (now.length > 0 || left.length > PAGES_AT_ONCE) await this.texts.putBack(document);
      else await this.texts.finish(document, 'done');
    } catch (error) {
      if (error instanceof Closed) {
        await this.texts.putBack(document);
        return;
      }
      this.logger.warn(
        `text of ${document.documentId} put off: ${error instanceof Error ? error.message : String(error)}`,
      );
      await this.texts.tryLater(document);
    }
  }

  /** @returns null for a document that cannot be read at all. */
  private async look(document: TakenDocument): Promise<Looked | null> {
    for (let attempt = 1; ; attempt++) {
      if (this.recogniser?.hasRead) await this.endChild();
      const answer = await (await this.child()).look((path) => this.bytes.save(document, path));
      const result = await this.resultOf(answer, LookResult);
      if (result) return result.outcome === 'looked' ? result : null;
      if (attempt < ATTEMPTS && answer.endedFromOutside) continue;
      if (!answer.wasReady || answer.endedFromOutside) throw new Error(answer.failure ?? 'no answer');
      return null;
    }
  }

  private async read(document: TakenDocument, page: number): Promise<void> {
    const read = await this.readingOf(document, page);
    await this.texts.keepPage(document, page, read, ENGINE);
  }

  private async readingOf(document: TakenDocument, page: number) {
    for (let attempt = 1; ; attempt++) {
      // After a page that took its child with it the next child has to open the document first.
      if (!this.recogniser && !(await this.look(document))) return 'died';
      const answer = await (await this.child()).read(page);
      const result = await this.resultOf(answer, PageResult);
      if (result) return result.outcome === 'read' ? result : result.outcome;
      if (attempt < ATTEMPTS && answer.endedFromOutside) continue;
      const failure: PageFailure = answer.late ? 'late' : 'died';
      this.logger.warn(`page ${page} of ${document.documentId} not read: ${answer.failure ?? 'no answer'}`);
      return failure;
    }
  }

  /** Null when the child gave no answer of its kind; then it is over. @throws Closed */
  private async resultOf<Result extends z.ZodType>(answer: TextAnswer, type: Result): Promise<z.output<Result> | null> {
    if (this.isClosed) throw new Closed();
    if (answer.failure === null) {
      const result = type.safeParse(parsed(answer.line));
      if (result.success) return result.data;
    }
    await this.endChild();
    return null;
  }

  private async child(): Promise<TextRecogniser> {
    if (this.isClosed) throw new Closed();
    return (this.recogniser ??= await TextRecogniser.start(spoolFolder(this.config.dataFolder), this.limits));
  }

  private async endChild(): Promise<void> {
    const { recogniser } = this;
    this.recogniser = undefined;
    await recogniser?.end();
  }
}

/** Old offices have written in Kruti Dev and DevLys: what a page says in these is kept as what it means. */
function inUnicode({ page, text }: PageWithText): PageWithText {
  const lines = text.split('\n');
  const writings = writingsOf(lines);
  return { page, text: lines.map((line, at) => (writings[at] === 'legacy' ? fromKrutiDev(line) : line)).join('\n') };
}

/** Who sends a letter, and what it is about, stands on its first page and its last. */
function firstAndLast(pages: readonly number[]): number[] {
  const last = pages.length > 1 ? pages.slice(-1) : [];
  return [...pages.slice(0, 1), ...last, ...pages.slice(1, -1)];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
