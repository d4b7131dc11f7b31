import type { RefusalKind } from '@patravali/contract-base';

export const documentsRefusals = {
  'mark-outside-document': 'invalid',
  'pdf-encrypted': 'invalid',
  'pdf-broken': 'invalid',
  'pdf-hostile': 'invalid',
  'pdf-too-complex': 'invalid',
  'pdf-active': 'invalid',
  'document-infected': 'invalid',
  'upload-truncated': 'invalid',
  'picture-broken': 'invalid',
  'picture-too-large': 'invalid',
  'picture-cmyk': 'invalid',
  'picture-unsupported': 'invalid',
  'too-many-pictures': 'invalid',
  'too-large': 'too-large',
  'not-pdf': 'unsupported',
  'not-picture': 'unsupported',
  'upload-quota-reached': 'too-many',
  'document-missing': 'damaged',
  'document-damaged': 'damaged',
  'document-not-as-recorded': 'damaged',
  'inspection-unavailable': 'unavailable',
  'scanner-unavailable': 'unavailable',
} as const satisfies Record<string, RefusalKind>;

/** Of a stored document that cannot be read. */
export const DOCUMENT_UNREADABLE = [
  'document-damaged',
  'document-missing',
  'document-not-as-recorded',
  'store-unavailable',
] as const;
