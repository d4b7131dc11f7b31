import { isSelfSigned, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { certificatesInside, isCms } from '../cms/read-cms';
import { NotSigned } from '../failures/not-signed';
import { namedIn } from './named-in';
import { revocationRequest, verdictOfAnswer } from './revocation-answer';
import { type Verdict, verdictOfList } from './revocation-list';
import { keyOf, type RevocationAnswer, type RevocationQuestion } from './revocation-source';

/** What proves that certificates held when they were used. */
export interface Proof {
  readonly certificates: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly answers: readonly Uint8Array[];
  /** What has to be asked before more can be said. */
  readonly questions: readonly RevocationQuestion[];
  /** The certificates of which nobody said that they hold. */
  readonly missing: readonly string[];
}

interface Known {
  /** What came of the questions before. */
  readonly answers: readonly RevocationAnswer[];
  /** Lists and answers that somebody brought along, asked by nobody. */
  readonly stapled?: readonly Uint8Array[];
  readonly now: Date;
}

/** Follows chains of certificates upwards: what is known of each, and what has to be asked. */
export class Gathering {
  private readonly certificates = new Map<string, Uint8Array>();
  private readonly lists = new Set<Uint8Array>();
  private readonly answers = new Set<Uint8Array>();
  private readonly questions = new Map<string, RevocationQuestion>();
  private readonly missing: string[] = [];
  private readonly known: ReadonlyMap<string, Uint8Array | null>;
  private readonly stapled: readonly Uint8Array[];
  private readonly now: Date;

  constructor({ answers, stapled = [], now }: Known) {
    this.known = new Map(answers.map(({ question, answer }) => [keyOf(question), answer]));
    this.stapled = stapled;
    this.now = now;
  }

  proof(): Proof {
    return {
      certificates: [...this.certificates.values()],
      lists: [...this.lists],
      answers: [...this.answers],
      questions: [...this.questions.values()],
      missing: this.missing,
    };
  }

  /** @throws NotSigned `certificate-revoked` */
  follow(chain: readonly OpenCertificate[]): void {
    chain.forEach((certificate, index) => {
      this.keep(certificate);
      const issuer = chain[index + 1];
      if (issuer) this.look(certificate, issuer);
      // A root is trusted or it is not; anybody else who vouches for himself proves nothing.
      else if (!isSelfSigned(certificate) || index === 0) this.askForIssuer(certificate);
    });
  }

  /** Where the certificate says that its issuer's may be had. */
  askForIssuer(certificate: OpenCertificate): void {
    const questions = namedIn(certificate).issuers.map((url) => ({ kind: 'issuer' as const, url, body: null }));
    const open = questions.find((question) => !this.known.has(keyOf(question)));
    if (open) this.ask(open);
    else this.missing.push(certificate.x509.subject);
  }

  private keep({ x509, der }: OpenCertificate): void {
    this.certificates.set(x509.fingerprint256, der);
  }

  private ask(question: RevocationQuestion): void {
    this.questions.set(keyOf(question), question);
  }

  /** First what was brought along; then one source after the other, an answer before a list: it is smaller, and newer. */
  private look(certificate: OpenCertificate, issuer: OpenCertificate): void {
    const brought = this.stapled.flatMap((piece) => KINDS.map((kind) => [kind, piece] as const));
    if (brought.some(([kind, piece]) => this.isGood(kind, piece, [certificate, issuer]))) return;
    const { lists, answers } = namedIn(certificate);
    const questions: RevocationQuestion[] = [
      ...answers.map((url) => ({ kind: 'answer' as const, url, body: revocationRequest(certificate, issuer) })),
      ...lists.map((url) => ({ kind: 'list' as const, url, body: null })),
    ];
    for (const question of questions) {
      const answer = this.known.get(keyOf(question));
      if (answer === undefined) {
        this.ask(question);
        return;
      }
      if (answer && this.isGood(question.kind, answer, [certificate, issuer])) return;
    }
    this.missing.push(certificate.x509.subject);
  }

  /** @throws NotSigned `certificate-revoked` */
  private isGood(kind: RevocationQuestion['kind'], answer: Uint8Array, pair: Pair): boolean {
    const verdict = this.verdictOf(kind, answer, pair);
    if (verdict === 'revoked') throw new NotSigned('certificate-revoked', pair[0].x509.subject);
    return verdict === 'good';
  }

  private verdictOf(kind: RevocationQuestion['kind'], answer: Uint8Array, [certificate, issuer]: Pair): Verdict {
    try {
      if (kind === 'list') {
        const verdict = verdictOfList(answer, certificate, issuer, this.now);
        if (verdict === 'good') this.lists.add(answer);
        return verdict;
      }
      const { verdict, certificates } = verdictOfAnswer(answer, certificate, issuer, this.now);
      if (verdict === 'good') {
        this.answers.add(answer);
        certificates.forEach((each) => this.keep(each));
      }
      return verdict;
    } catch {
      // Whatever it is, it is none.
      return null;
    }
  }
}

type Pair = readonly [certificate: OpenCertificate, issuer: OpenCertificate];
const KINDS = ['answer', 'list'] as const;

/** The certificates of issuers that were asked for. */
export function issuersAmong(answers: readonly RevocationAnswer[]): OpenCertificate[] {
  return answers.flatMap(({ question, answer }) =>
    question.kind === 'issuer' && answer ? certificatesIn(answer) : [],
  );
}

/** One, or a bundle of them. */
function certificatesIn(answer: Uint8Array): OpenCertificate[] {
  try {
    return (isCms(answer) ? certificatesInside(answer) : [answer]).map(openCertificate);
  } catch {
    return [];
  }
}
