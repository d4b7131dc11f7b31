import { sameBytes } from '../asn1';
import { chainFrom, factsOf, LONGEST_CHAIN, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { holdsAt, isForSigning, isWeakKey, isWeaklySigned } from '../certificates/fitness';
import { failingAs, NotSigned } from '../failures/not-signed';
import { Gathering, issuersAmong } from '../revocation/gathering';
import type { RevocationAnswer, RevocationQuestion } from '../revocation/revocation-source';
import { keepsWithin } from './limits-of-issuers';
import type { Judgement, Objection, Trust } from './judgement';

export interface CertificateToJudge extends Trust {
  /** In DER, that of the signer first. */
  readonly certificates: readonly Uint8Array[];
  /** Lists and answers about certificates that its signature brings along. */
  readonly stapled?: readonly Uint8Array[];
  /** What authorities have answered so far. */
  readonly answers: readonly RevocationAnswer[];
}

export interface Judged extends Judgement {
  /** What has to be asked before more can be said. */
  readonly questions: readonly RevocationQuestion[];
}

/**
 * Whether an office may rely on what a certificate signs: asked when a key is taken in and at each signature, and again with what came of
 * its questions until there are none. It asks nobody itself.
 * @throws NotSigned `not-certificates`
 */
export async function judgeCertificate(input: CertificateToJudge): Promise<Judged> {
  const [own, ...others] = input.certificates.map(openCertificate);
  if (!own) throw new NotSigned('not-certificates', 'none');
  const certificate = factsOf(own);
  const judged = { certificate, chain: [own.der], root: null, revocation: 'not_checked', questions: [] } as const;
  const objection = objectionTo(own, input.at);
  return objection ? { ...judged, objection } : { ...judged, ...(await led(own, others, input)) };
}

type Led = Omit<Judged, 'certificate'>;

/** Upwards to a root, and then down again: who was allowed to issue, and who is revoked. */
async function led(
  own: OpenCertificate,
  others: readonly OpenCertificate[],
  { roots, at, stapled = [], answers }: CertificateToJudge,
): Promise<Led> {
  const isHeld = (each: OpenCertificate) => holdsAt(each, at);
  const trusted = roots.map(openCertificate).filter(isHeld);
  const chain = chainFrom(own, [...trusted, ...[...others, ...issuersAmong(answers)].filter(isHeld)]);
  const last = chain.at(-1) ?? own;
  const root = trusted.find(({ der }) => sameBytes(der, last.der));
  const gathering = new Gathering({ answers, stapled, now: at });
  const judged = (objection: Objection | null, found: OpenCertificate | null): Led => {
    const { questions, missing } = gathering.proof();
    return {
      chain: chain.map(({ der }) => der),
      root: found && factsOf(found).fingerprint,
      objection,
      revocation: !objection && questions.length === 0 && missing.length === 0 ? 'good' : 'not_checked',
      // Of what is refused for good nothing more is asked.
      questions: objection === null || objection === 'untrusted' ? questions : [],
    };
  };
  if (!root) {
    // Tokens often have their own certificate alone, which says where that of its issuer is.
    if (chain.length < LONGEST_CHAIN) gathering.askForIssuer(last);
    return judged('untrusted', null);
  }
  if (chain.some((each) => isWeakKey(each) || (each !== root && isWeaklySigned(each)))) return judged('weak', null);
  if (!(await keepsWithin(chain, at))) return judged('untrusted', null);
  const isRevoked = revokedAmong(chain, gathering);
  return isRevoked ? judged('revoked', null) : judged(null, root);
}

function objectionTo(own: OpenCertificate, at: Date): Objection | null {
  if (!holdsAt(own, at)) return 'not-valid';
  if (isWeakKey(own)) return 'weak';
  return failingAs('not-certificates', () => isForSigning(own)) ? null : 'not-for-signing';
}

function revokedAmong(chain: readonly OpenCertificate[], gathering: Gathering): boolean {
  try {
    gathering.follow(chain);
    return false;
  } catch (error) {
    if (error instanceof NotSigned && error.why === 'certificate-revoked') return true;
    throw error;
  }
}
