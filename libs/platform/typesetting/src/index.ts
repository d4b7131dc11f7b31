export type { Binding, BoundDocument } from './bind/binding';
export { type Generated, generatedLine } from './generated';
export type { RegisterColumn, RegisterData } from './register/register-data';
export { type RichParagraph, richText } from './rich-text';
export type { SignedPdf } from './signing/sign-pdf';
export {
  loadSigningKey,
  makeDemoSigningKey,
  type Signature,
  type SigningKey,
  SigningKeyUnusable,
} from './signing/signing-key';
export { templateOf } from './templates';
export { TYPESETTER } from './token';
export type { TypesetInput } from './typeset';
export { startTypesetter, type Typesetter, type TypesetterOptions } from './typesetter';
export { TypesettingFailed } from './typesetting-failed';
