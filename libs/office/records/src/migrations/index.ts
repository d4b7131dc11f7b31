import { PdfsAreAskedFor1790000000067 } from './1790000000067-pdfs-are-asked-for';

/** What this area has changed in the schema, in order. */
export const RECORDS_MIGRATIONS = [PdfsAreAskedFor1790000000067];
