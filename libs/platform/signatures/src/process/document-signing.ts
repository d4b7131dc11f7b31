import { randomBytes } from 'node:crypto';
import { extname, join } from 'node:path';
import { CHILD_LANES, ChildProcessQueue, type JobLimits } from '@patravali/child-process';
import { Outgoing } from '@patravali/outgoing';
import { wrapSigningError } from '../failures/wrap-signing-error';
import type { RevocationAnswer, RevocationQuestion, RevocationSource } from '../revocation/revocation-source';
import type { PreparedSignature, Signer, TimestampSource } from '../signer/signer';
import { SigningFailed } from '../failures/signing-failed';
import type { Signature } from '../signer/signing-key';
import { patient } from '../revocation/patient';
import { askTimestamp } from '../timestamp/ask-timestamp';
import { timestampRequest } from '../timestamp/timestamp';
import { judgeCertificate } from '../trust/judge-certificate';
import type { Judgement, ToJudge, Trust } from '../trust/judgement';
import type { SigningWork } from './sign-child';
import type { SignedDocument, SignedPdf } from './sign-document';

/** How long a signature can be checked: while its certificate holds; with the time proven; or, with all that proves its certificates inside, after that too. */
export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT';

export interface SealedPdf extends SignedPdf {
  /** What was reached: where no authority says that a certificate holds, no more than `B-T`. */
  readonly level: SignatureLevel;
}

export interface SignOptions {
  readonly signer: Signer;
  readonly signature: Signature;
  /** Who says when it was signed. */
  readonly timestamp?: TimestampSource | undefined;
  /** Shall it be possible to check it when the authorities are gone? It needs a time stamp. */
  readonly longTerm?: boolean | undefined;
}

/** Signing in the name of a person, in a process of its own. */
export interface DocumentSigning {
  /**
   * Whether an office may rely on what this signer signs: where its certificate leads, and whether it holds as far as somebody can be asked.
   * @throws SigningFailed, SigningUnavailable
   */
  judge(signer: ToJudge): Promise<Judgement>;
  /** The same of the office's own key, which nobody but its owner has chosen: in this process, unless somebody has to be asked. */
  judgeOwn(certificates: readonly Uint8Array[], trust: Trust): Promise<Judgement>;
  /** Adds a signature; those that are there stay as they are. @throws SigningFailed, SigningUnavailable */
  sign(pdf: Uint8Array, options: SignOptions): Promise<SealedPdf>;
  /** What a token or a service has to sign, for a signer of the kind `replay` with the very same signature. @throws SigningFailed, SigningUnavailable */
  prepareSignature(pdf: Uint8Array, options: PrepareSignatureOptions): Promise<PreparedSignature>;
  /** A signature of its own over any bytes (CMS, DER), which `openssl cms -verify` checks. @throws SigningFailed, SigningUnavailable */
  signDetached(content: Uint8Array, signer: Signer, at?: Date): Promise<Uint8Array>;
  /** The same for what a token signs, which is then given with the same time. @throws SigningFailed, SigningUnavailable */
  prepareDetached(content: Uint8Array, options: PrepareDetachedOptions): Promise<PreparedSignature>;
  /** Asks an authority for a stamp over bytes drawn by chance, to see whether it does. @returns when it says that was. @throws SigningFailed, SigningUnavailable */
  tryTimestamp(timestamp: TimestampSource): Promise<Date>;
}

export interface PrepareSignatureOptions {
  readonly certificates: readonly Uint8Array[];
  readonly signature: Signature;
}

export interface PrepareDetachedOptions {
  readonly certificates: readonly Uint8Array[];
  readonly at: Date;
}

/** By which the one of the office is injected. */
export const DOCUMENT_SIGNING = Symbol('DocumentSigning');

export interface SigningOptions {
  /** After how long without a job the process ends and gives its memory back. */
  readonly idleMs?: number;
  /** Who is asked whether certificates hold, for what shall be checked when nobody can be asked any more; nobody unless it is given. */
  readonly revocation?: RevocationSource;
  /** Where an authority for time stamps may lie; on the internet unless it is given. */
  readonly outgoing?: Outgoing;
  /** How long whoever signs waits for them. */
  readonly waitMs?: number;
}

const SIGN_CHILD = join(__dirname, `sign-child${extname(__filename)}`);
const PROCESS = { lane: CHILD_LANES.awaited, memoryKb: 3_000_000, heapMb: 512, usualMb: 120, atOnce: 1 };
const LIMITS: JobLimits = { processorMs: 30_000, wallMs: 5 * 60_000 };
/** A certificate, its issuer, the issuer of that, and the root; each answer may name the next. */
const MOST_ROUNDS = 8;
/** At once: the chains of a signature and of its time stamp ask less. */
const MOST_QUESTIONS = 16;
const DRAWN_BYTES = 32;
const NOT_MADE = { kind: 'replay', signature: new Uint8Array(0) } as const;

/** Costs nothing until the first signature. */
export class SigningProcess implements DocumentSigning {
  private readonly queue: ChildProcessQueue<SigningWork>;
  private readonly outgoing: Outgoing;
  private readonly beginWaiting: (() => RevocationSource) | undefined;

  constructor(private readonly options: SigningOptions = {}) {
    const { idleMs = 60_000, outgoing = new Outgoing(), revocation, waitMs } = options;
    this.outgoing = outgoing;
    this.beginWaiting = revocation && patient(revocation, waitMs);
    this.queue = new ChildProcessQueue({ file: SIGN_CHILD, ...PROCESS, idleMs });
  }

  async sign(pdf: Uint8Array, { signer, signature, timestamp, longTerm = false }: SignOptions): Promise<SealedPdf> {
    const input = { pdf, signer, signature };
    if (!timestamp) {
      if (longTerm) throw new SigningFailed('timestamp-unavailable', 'long-term data need one');
      const { bytes, pages } = await this.run('signDocument', input);
      return { bytes, pages, level: 'B-B' };
    }
    const unstamped = await this.run('signUnstamped', input);
    const response = await askTimestamp(this.outgoing, timestamp, unstamped.request.bytes);
    const stamped = await this.run('stampDocument', { unstamped, response });
    const { bytes, pages } = stamped;
    return longTerm ? await this.extended(stamped) : { bytes, pages, level: 'B-T' };
  }

  prepareSignature(pdf: Uint8Array, options: PrepareSignatureOptions): Promise<PreparedSignature> {
    return this.run('prepareSignature', { pdf, ...options });
  }

  signDetached(content: Uint8Array, signer: Signer, at = new Date()): Promise<Uint8Array> {
    return this.run('signDetached', { content, signer, at });
  }

  prepareDetached(content: Uint8Array, options: PrepareDetachedOptions): Promise<PreparedSignature> {
    return this.run('prepareDetached', { content, ...options });
  }

  async tryTimestamp(timestamp: TimestampSource): Promise<Date> {
    const request = timestampRequest(randomBytes(DRAWN_BYTES));
    const response = await askTimestamp(this.outgoing, timestamp, request.bytes);
    return await this.run('timeOfStamp', { request, response });
  }

  /** Ends the process; what is in work or waits fails. */
  close(): Promise<void> {
    return this.queue.close();
  }

  async judge(toJudge: ToJudge): Promise<Judgement> {
    const judging = (answers: RevocationAnswer[]) => this.run('judge', { ...toJudge, answers });
    return (await answered(this.beginWaiting?.(), judging, ({ questions }) => questions)).said;
  }

  async judgeOwn(certificates: readonly Uint8Array[], trust: Trust): Promise<Judgement> {
    if (this.options.revocation) return await this.judge({ signer: { ...NOT_MADE, certificates }, ...trust });
    return await judgeCertificate({ certificates, answers: [], ...trust });
  }

  private async extended({ bytes: pdf, pages, cms }: SignedDocument): Promise<SealedPdf> {
    const asking = (answers: RevocationAnswer[]) => this.run('questions', { cms, answers });
    const { answers } = await answered(this.options.revocation, asking, (questions) => questions);
    const { bytes, isWhole } = await this.run('addLongTermData', { pdf, cms, answers });
    return { bytes, pages, level: isWhole ? 'B-LT' : 'B-T' };
  }

  private run<Kind extends keyof SigningWork>(
    kind: Kind,
    input: Parameters<SigningWork[Kind]>[0],
  ): Promise<Awaited<ReturnType<SigningWork[Kind]>>> {
    return wrapSigningError(this.queue.run(kind, input, LIMITS));
  }
}

/** Asks what a job wants to know, and has it done again with the answers, until it wants to know nothing more. */
async function answered<Said>(
  source: RevocationSource | undefined,
  work: (answers: RevocationAnswer[]) => Promise<Said>,
  questionsOf: (said: Said) => readonly RevocationQuestion[],
): Promise<{ readonly said: Said; readonly answers: readonly RevocationAnswer[] }> {
  const answers: RevocationAnswer[] = [];
  for (let round = 0; ; round++) {
    const said = await work(answers);
    const questions = questionsOf(said).slice(0, MOST_QUESTIONS);
    if (!source || questions.length === 0 || round === MOST_ROUNDS) return { said, answers };
    const asked = questions.map(async (question) => ({ question, answer: await source.ask(question) }));
    answers.push(...(await Promise.all(asked)));
  }
}
