import type { CertificateFacts } from '../signer/signer';
import { failingAs, NotSigned } from '../failures/not-signed';
import { chainFrom, factsOf, isIssuerOf, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { certificatesInside, isCms } from './read-cms';

/** A chain has four or five; what is longer is a list of everybody. */
const MOST_CERTIFICATES = 32;
const MOST_BYTES = 512 * 1024;
const PEM_BLOCK = /-----BEGIN (CERTIFICATE|PKCS7|CMS)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/**
 * Reads what people are given by their authority: one certificate or more as PEM, one as DER, or a bundle (PKCS#7) as either. The
 * first is that of the person; those of its issuers follow as far as they are there.
 * @throws NotSigned `not-certificates`
 */
export function readCertificates(file: Uint8Array): CertificateFacts[] {
  if (file.length > MOST_BYTES) throw new NotSigned('not-certificates', `${file.length} bytes`);
  const certificates = piecesOf(file).flatMap(certificatesIn);
  // Some programs write the authority first.
  const own = certificates.find((each) => !certificates.some((other) => other !== each && isIssuerOf(each, other)));
  if (!own) throw new NotSigned('not-certificates', 'none');
  return chainFrom(own, certificates).map(factsOf);
}

function piecesOf(file: Uint8Array): Uint8Array[] {
  const blocks = [...Buffer.from(file).toString('latin1').matchAll(PEM_BLOCK)];
  return blocks.length === 0 ? [file] : blocks.map(([, , base64 = '']) => Buffer.from(base64, 'base64'));
}

function certificatesIn(piece: Uint8Array): OpenCertificate[] {
  const ders = isCms(piece) ? failingAs('not-certificates', () => certificatesInside(piece)) : [piece];
  if (ders.length > MOST_CERTIFICATES) throw new NotSigned('not-certificates', `${ders.length} of them`);
  return ders.map(openCertificate);
}
