import type { CertificateFacts } from '../signer/signer';
import { factsOf, openCertificate } from './certificate';

/** What the certificate of the office's own key says: its owner has chosen it, so it is read in this process. */
export const readOwnCertificate = (der: Uint8Array): CertificateFacts => factsOf(openCertificate(der));
