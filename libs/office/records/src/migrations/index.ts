import { PdfsAreAskedFor1790000000067 } from './1790000000067-pdfs-are-asked-for';
import { DocumentsAreRedacted1790000000206 } from './1790000000206-documents-are-redacted';

/** What this area has changed in the schema, in order. */
export const RECORDS_MIGRATIONS = [PdfsAreAskedFor1790000000067, DocumentsAreRedacted1790000000206];
