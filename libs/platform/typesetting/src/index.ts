export type { Binding, BoundDocument, BoundPart } from './bind/binding';
export { unprintableIn } from './fonts/printable-data';
export { type Generated, generatedLine } from './generated';
export type { Picture, PictureSize } from './picture-size';
export { type QrCode, qrCode } from './qr-code';
export type { RegisterColumn, RegisterData } from './register/register-data';
export { placeName, type RichBlock, richText, runsOf, withEnding } from './rich-text';
export type {
  DocumentSigning,
  PrepareDetachedOptions,
  PrepareSignatureOptions,
  SealedPdf,
  SignatureLevel,
  SignOptions,
} from './signing/document-signing';
export { loadSigningKey, makeDemoSigningKey, SigningKeyUnusable } from './signing/load-signing-key';
export type { SigningFailure } from './signing/not-signed';
export { readCertificates, sealP12 } from './signing/officer-keys';
export { eSignSigning, type ESignOptions } from './signing/remote/esign';
export type {
  RemoteAnswer,
  RemoteBegun,
  RemoteRequest,
  RemoteSignature,
  RemoteSigning,
} from './signing/remote/remote-signing';
export { httpRevocationSource, type HttpRevocationOptions } from './signing/revocation/http-revocation-source';
export type { RevocationAnswer, RevocationQuestion, RevocationSource } from './signing/revocation/revocation-source';
export type { SignedPdf } from './signing/sign-document';
export type { CertificateFacts, PreparedSignature, SealedKey, Signer, TimestampSource } from './signing/signer';
export { SigningFailed } from './signing/signing-failed';
export type { Signature, SigningKey } from './signing/signing-key';
export { templateOf } from './templates';
export { TYPESETTER } from './token';
export type { TypesetInput } from './typeset';
export { startTypesetter, type Typesetter, type TypesetterOptions } from './typesetter';
export { TypesettingFailed } from './typesetting-failed';
