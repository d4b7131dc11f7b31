import { type Element, elementsOf, expected, OID, oidOf, partsOf, partWith, readElement, TAG } from '../asn1';
import type { OpenCertificate } from '../certificates/certificate';
import { namedIn } from './named-in';

/** Parts of the scope of a list (RFC 5280, 5.2.5). */
const PLACE = 0;
const OF_PEOPLE_ALONE = 1;
const OF_AUTHORITIES_ALONE = 2;

/**
 * An authority may have several lists: of people, of authorities, of every thousandth certificate. One that is not about such
 * certificates says nothing of this one, although its authority has signed it.
 * @param wrapped the extensions of the list
 */
export function covers(wrapped: Element | undefined, certificate: OpenCertificate): boolean {
  for (const extension of wrapped ? elementsOf(readElement(wrapped.content)) : []) {
    const [named, ...rest] = partsOf(extension);
    const name = oidOf(named);
    if (name === OID.deltaOfList) return false;
    if (name === OID.scopeOfList) {
      const { content } = expected(rest.at(-1), TAG.octets, 'the value of an extension');
      if (!isWithin(partsOf(readElement(content)), certificate)) return false;
    }
  }
  return true;
}

function isWithin(scope: readonly Element[], certificate: OpenCertificate): boolean {
  return scope.every((part) => {
    if (part.tag === TAG.context(PLACE)) return isNamedPlace(part, certificate);
    if (part.tag === TAG.contextPrimitive(OF_PEOPLE_ALONE)) return !isSaid(part) || !certificate.x509.ca;
    if (part.tag === TAG.contextPrimitive(OF_AUTHORITIES_ALONE)) return !isSaid(part) || certificate.x509.ca;
    // For some reasons alone, of other authorities too, of attributes.
    return !isSaid(part);
  });
}

const isSaid = ({ content }: Element): boolean => content[0] !== 0;

/** The certificate names one of the places of which the list is. */
function isNamedPlace(place: Element, certificate: OpenCertificate): boolean {
  const full = partWith(partsOf(place), TAG.context(0));
  const { lists } = namedIn(certificate);
  return (full ? [...elementsOf(full)] : []).some(({ content }) =>
    lists.includes(Buffer.from(content).toString('latin1')),
  );
}
