import { OID } from '../asn1';
import { chainFrom, isSelfSigned, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { certificatesInside, isCms, readCms } from '../cms/read-cms';
import { NotSigned } from '../failures/not-signed';
import { namedIn } from './named-in';
import { revocationRequest, verdictOfAnswer } from './revocation-answer';
import { type Verdict, verdictOfList } from './revocation-list';
import { keyOf, type RevocationAnswer, type RevocationQuestion } from './revocation-source';

/** What proves that the certificates of a signature, and of its time stamp, held when they were used. */
export interface LongTermData {
  readonly certificates: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly answers: readonly Uint8Array[];
  /** What has to be asked before more can be said. */
  readonly questions: readonly RevocationQuestion[];
  /** The certificates of which nobody said that they hold. */
  readonly missing: readonly string[];
}

/**
 * Puts together what is known, and says what is not: to be called again with what came of the questions, until there are none.
 * @throws NotSigned `certificate-revoked`
 */
export function gatherLongTermData(
  cms: Uint8Array,
  answers: readonly RevocationAnswer[],
  now = new Date(),
): LongTermData {
  const signature = readCms(cms);
  const token = signature.unsigned.get(OID.timestampToken);
  const stamp = token && readCms(token.bytes);
  const pool = [...signature.certificates, ...(stamp?.certificates ?? []), ...issuersAmong(answers)];
  const gathering = new Gathering(answers, now);
  for (const { signer } of stamp ? [signature, stamp] : [signature]) gathering.follow(chainFrom(signer, pool));
  return gathering.data();
}

class Gathering {
  private readonly certificates = new Map<string, Uint8Array>();
  private readonly lists = new Set<Uint8Array>();
  private readonly answers = new Set<Uint8Array>();
  private readonly questions = new Map<string, RevocationQuestion>();
  private readonly missing: string[] = [];
  private readonly known: ReadonlyMap<string, Uint8Array | null>;

  constructor(
    answers: readonly RevocationAnswer[],
    private readonly now: Date,
  ) {
    this.known = new Map(answers.map(({ question, answer }) => [keyOf(question), answer]));
  }

  data(): LongTermData {
    return {
      certificates: [...this.certificates.values()],
      lists: [...this.lists],
      answers: [...this.answers],
      questions: [...this.questions.values()],
      missing: this.missing,
    };
  }

  follow(chain: readonly OpenCertificate[]): void {
    chain.forEach((certificate, index) => {
      this.keep(certificate);
      const issuer = chain[index + 1];
      if (issuer) this.look(certificate, issuer);
      // A root is trusted or it is not; anybody else who vouches for himself proves nothing.
      else if (!isSelfSigned(certificate) || index === 0) this.askForIssuer(certificate);
    });
  }

  private keep({ x509, der }: OpenCertificate): void {
    this.certificates.set(x509.fingerprint256, der);
  }

  private ask(question: RevocationQuestion): void {
    this.questions.set(keyOf(question), question);
  }

  private askForIssuer(certificate: OpenCertificate): void {
    const questions = namedIn(certificate).issuers.map((url) => ({ kind: 'issuer' as const, url, body: null }));
    const open = questions.find((question) => !this.known.has(keyOf(question)));
    if (open) this.ask(open);
    else this.missing.push(certificate.x509.subject);
  }

  /** One source after the other, an answer before a list: it is smaller, and newer. */
  private look(certificate: OpenCertificate, issuer: OpenCertificate): void {
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
      const verdict = answer && this.verdictOf(question, answer, [certificate, issuer]);
      if (verdict === 'revoked') throw new NotSigned('certificate-revoked', certificate.x509.subject);
      if (verdict === 'good') return;
    }
    this.missing.push(certificate.x509.subject);
  }

  private verdictOf(
    { kind }: RevocationQuestion,
    answer: Uint8Array,
    [certificate, issuer]: [OpenCertificate, OpenCertificate],
  ): Verdict {
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

function issuersAmong(answers: readonly RevocationAnswer[]): OpenCertificate[] {
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
