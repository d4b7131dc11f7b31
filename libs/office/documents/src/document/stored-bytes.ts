import { z } from 'zod';

/** What rows of any organisation name, as `n`: documents, and the pictures of which some were made. */
export const NAMED_BYTES = '(SELECT sha256, size FROM document UNION ALL SELECT sha256, size FROM document_picture) n';
/** All bytes of which any document of the office consists, each once. */
export const STORED_BYTES = `SELECT DISTINCT sha256, size::double precision AS size FROM ${NAMED_BYTES} ORDER BY sha256`;
export const StoredBytes = z.object({ sha256: z.string(), size: z.int() });
