export { SigningFailed, SigningUnavailable } from './failures/signing-failed';
export { readOwnCertificate } from './certificates/own-certificate';
export { DEMO_ROOT } from './trust/demo-root';
export { TRIAL_ORGANISATION } from './trust/trial';
export {
  loadSigningKey,
  makeDemoSigningKey,
  makeTrialSigningKey,
  openSigningKey,
  SigningKeyUnusable,
} from './key-process/load-signing-key';
export { readCertificates, readRoot, sealP12 } from './key-process/officer-keys';
export {
  DOCUMENT_SIGNING,
  type DocumentSigning,
  type SignatureLevel,
  SigningProcess,
} from './process/document-signing';
export { sealPdf, type SignedPdf } from './process/sign-document';
export { eSignSigning } from './remote/esign';
export type { RemoteAnswer, RemoteSignature, RemoteSigning } from './remote/remote-signing';
export { httpRevocationSource } from './revocation/http-revocation-source';
export type { RevocationQuestion, RevocationSource } from './revocation/revocation-source';
export type { CertificateFacts, Signer } from './signer/signer';
export type { Signature, SigningKey } from './signer/signing-key';
export type { RootObjection } from './trust/judge-root';
export type { Judgement, Objection, Revocation, Trust } from './trust/judgement';
