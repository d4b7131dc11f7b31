export { eSignSigning, type ESignOptions } from './remote/esign';
export type { RemoteAnswer, RemoteBegun, RemoteRequest, RemoteSignature, RemoteSigning } from './remote/remote-signing';
export type { SigningFailure } from './failures/not-signed';
export { SigningFailed, SigningUnavailable } from './failures/signing-failed';
export { loadSigningKey, makeDemoSigningKey, SigningKeyUnusable } from './key-process/load-signing-key';
export { readCertificates, sealP12 } from './key-process/officer-keys';
export {
  DOCUMENT_SIGNING,
  type DocumentSigning,
  type PrepareDetachedOptions,
  type PrepareSignatureOptions,
  type SealedPdf,
  type SignatureLevel,
  SigningProcess,
  type SigningOptions,
  type SignOptions,
} from './process/document-signing';
export { sealPdf, type SignedPdf } from './process/sign-document';
export { httpRevocationSource, type HttpRevocationOptions } from './revocation/http-revocation-source';
export type { RevocationAnswer, RevocationQuestion, RevocationSource } from './revocation/revocation-source';
export type { CertificateFacts, PreparedSignature, SealedKey, Signer, TimestampSource } from './signer/signer';
export type { Signature, SigningKey } from './signer/signing-key';
