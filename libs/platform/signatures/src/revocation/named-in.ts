import { type Element, elementsOf, OID, oidOf, partsOf, readElement, TAG } from '../asn1';
import type { OpenCertificate } from '../certificates/certificate';

/** Where a certificate says that one may ask. */
export interface NamedPlaces {
  readonly lists: readonly string[];
  readonly answers: readonly string[];
  readonly issuers: readonly string[];
}

/** More than any certificate names. */
const MOST = 4;

export function namedIn({ extensions }: OpenCertificate): NamedPlaces {
  try {
    const [information, points] = [extensions.get(OID.authorityInformation), extensions.get(OID.revocationLists)];
    return {
      lists: listsIn(points),
      answers: placesFor(OID.ocsp, information),
      issuers: placesFor(OID.issuersCertificate, information),
    };
  } catch {
    return { lists: [], answers: [], issuers: [] };
  }
}

/** RFC 5280, 4.2.2.1: a sequence of purposes with their places. */
function placesFor(purpose: string, information: Uint8Array | undefined): string[] {
  const descriptions = information ? partsOf(readElement(information)).map(partsOf) : [];
  return descriptions
    .filter(([what]) => oidOf(what) === purpose)
    .flatMap(([, place]) => urlIn(place))
    .slice(0, MOST);
}

/** RFC 5280, 4.2.1.13: points, each with names, each of which may be a URL: `SEQUENCE { [0] { [0] { [6] url } } }`. */
function listsIn(points: Uint8Array | undefined): string[] {
  const names = (points ? partsOf(readElement(points)) : []).flatMap((point) =>
    partsOf(point)
      .filter(({ tag }) => tag === TAG.context(0))
      .flatMap((name) => partsOf(name).filter(({ tag }) => tag === TAG.context(0)))
      .flatMap((full) => [...elementsOf(full)]),
  );
  return names.flatMap(urlIn).slice(0, MOST);
}

/** `[6]` of a GeneralName is a URL. */
const urlIn = (name: Element | undefined): string[] =>
  name?.tag === TAG.contextPrimitive(6) ? [Buffer.from(name.content).toString('latin1')] : [];
