import { PdfsAreAskedFor1790000000067 } from './1790000000067-pdfs-are-asked-for';
import { BundlesAreAskedFor1790000000198 } from './1790000000198-bundles-are-asked-for';
import { LettersAreBundled1790000000199 } from './1790000000199-letters-are-bundled';
import { DocumentsAreRedacted1790000000206 } from './1790000000206-documents-are-redacted';
import { BundlesForRti1790000000210 } from './1790000000210-bundles-for-rti';
import { FilesAreBundledTogether1790000000211 } from './1790000000211-files-are-bundled-together';
import { BundlesForRtiOfSeveralFiles1790000000216 } from './1790000000216-bundles-for-rti-of-several-files';

/** What this area has changed in the schema, in order. */
export const RECORDS_MIGRATIONS = [
  PdfsAreAskedFor1790000000067,
  BundlesAreAskedFor1790000000198,
  LettersAreBundled1790000000199,
  DocumentsAreRedacted1790000000206,
  BundlesForRti1790000000210,
  FilesAreBundledTogether1790000000211,
  BundlesForRtiOfSeveralFiles1790000000216,
];
