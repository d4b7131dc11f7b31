import { z } from 'zod';

/** All bytes of which any document of the office consists, each once. */
export const STORED_BYTES = 'SELECT DISTINCT sha256, size::double precision AS size FROM document ORDER BY sha256';
export const StoredBytes = z.object({ sha256: z.string(), size: z.int() });
