import { OID } from '../asn1';
import type { OpenCertificate } from '../certificates/certificate';
import { mostBelow } from '../certificates/fitness';

/** What we know to mean, and keep to; what else is critical must not be passed over. */
const KNOWN: readonly string[] = [
  OID.subjectKeyIdentifier,
  OID.issuersKeyIdentifier,
  OID.keyUsage,
  OID.otherNames,
  OID.basicConstraints,
  OID.purposes,
  OID.revocationLists,
  OID.policies,
];
/** Limits that the library knows. */
const OF_THE_LIBRARY: readonly string[] = [
  OID.nameConstraints,
  OID.policyMappings,
  OID.policyConstraints,
  OID.inhibitAnyPolicy,
];

/**
 * Whether each issuer of a chain is one, and keeps to the limits that those above have set.
 * @param chain that of the signer first, each issued by the next, the last one trusted
 */
export async function keepsWithin(chain: readonly OpenCertificate[], at: Date): Promise<boolean> {
  const areIssuers = chain.slice(1).every((issuer, below) => issuer.x509.ca && below <= (mostBelow(issuer) ?? below));
  const named = chain.flatMap(({ critical }) => [...critical]);
  if (!areIssuers || named.some((each) => !KNOWN.includes(each) && !OF_THE_LIBRARY.includes(each))) return false;
  const limited = chain.some(({ extensions }) => OF_THE_LIBRARY.some((each) => extensions.has(each)));
  return !limited || (await keepsWithinNames(chain, at));
}

/** Few authorities set such limits, so the library is loaded only for them. */
async function keepsWithinNames(chain: readonly OpenCertificate[], checkDate: Date): Promise<boolean> {
  const { Certificate, CertificateChainValidationEngine } = await import('pkijs');
  const certs = chain.map(({ der }) => Certificate.fromBER(der));
  const engine = new CertificateChainValidationEngine({
    trustedCerts: certs.slice(-1),
    // It takes the last one for that of the signer.
    certs: certs.slice(0, -1).toReversed(),
    checkDate,
  });
  return (await engine.verify()).result;
}
