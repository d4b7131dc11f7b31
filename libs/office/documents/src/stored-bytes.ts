/** SQL for all bytes that any document of the office consists of, each once: `sha256` and `size`. */
export const STORED_BYTES = 'SELECT DISTINCT sha256, size::double precision AS size FROM document ORDER BY sha256';
