/** The last entry by which the log says that something of it was lost. */
const LAST_BREAK = `
  SELECT substring(text FROM '\\n(?:at|from) (\\S+)\\n')::timestamptz AS at, split_part(split_part(text, chr(10) || 'reason ', 2), chr(10), 1) AS reason
  FROM log_entry WHERE event_id IS NULL AND (text LIKE 'patravali loss 1%' OR text LIKE 'patravali lost key 1%')
  ORDER BY index DESC LIMIT 1`;

/**
 * The checkpoint that was published last, for statements of other areas: `size`, `root` in hexadecimal, `at`; `broken_at` and `reason`
 * where the log has gone on after a loss. No row before the first.
 */
export const LAST_CHECKPOINT = `(
  SELECT size::float8 AS size, encode(root, 'hex') AS root, published_at AS at, last_break.at AS broken_at, last_break.reason
  FROM published_log LEFT JOIN LATERAL (${LAST_BREAK}) last_break ON true
  WHERE size > 0 AND published_at IS NOT NULL
) last_checkpoint`;
