/** The checkpoint that was published last, for statements of other areas: `size`, `root` in hexadecimal, `at`. No row before the first. */
export const LAST_CHECKPOINT = `(
  SELECT size::float8 AS size, encode(root, 'hex') AS root, published_at AS at FROM published_log
  WHERE size > 0 AND published_at IS NOT NULL
) last_checkpoint`;
