const HALVES = `WITH t AS (SELECT *, 2 * (from_on - DATE '1970-01-01') + (from_afternoon IS TRUE)::int AS first,
    COALESCE(2 * (until_on - DATE '1970-01-01') + (until_forenoon IS NOT TRUE)::int, 2147483647) AS last FROM tenure),
  now AS (SELECT 2 * (india_today() - DATE '1970-01-01') + india_afternoon()::int AS half)`;

/** What holds of every organisation after every change: each statement finds what breaks the rule. */
export const ORGANISATION_INVARIANTS: Readonly<Record<string, string>> = {
  'a post has one regular holder at a time, and nobody holds a post twice at once': `
    ${HALVES} SELECT a.id FROM t a JOIN t b ON b.post_id = a.post_id AND b.id > a.id AND a.first <= b.last AND b.first <= a.last
    WHERE a.ended_at IS NULL AND b.ended_at IS NULL AND (a.user_id = b.user_id OR a.kind = 'regular' AND b.kind = 'regular')`,
  'a tenure lasts half a day or longer, and that of a link officer has a last day': `
    ${HALVES} SELECT id FROM t WHERE last < first OR kind = 'link' AND until_on IS NULL`,
  'a post that is abolished is held by nobody, bears no duty, and has nothing on its desk and nobody below': `
    ${HALVES} SELECT p.id FROM post p, now WHERE p.abolished_at IS NOT NULL AND (p.information_role IS NOT NULL
      OR EXISTS (SELECT FROM t WHERE t.post_id = p.id AND t.ended_at IS NULL AND t.last >= now.half)
      OR EXISTS (SELECT FROM post b WHERE b.superior_post_id = p.id AND b.abolished_at IS NULL)
      OR EXISTS (SELECT FROM file_custody c WHERE c.holder_post_id = p.id))`,
  'what is in being is in a unit in being': `
    SELECT x.id FROM (SELECT id, unit_id AS inside FROM post WHERE abolished_at IS NULL
      UNION ALL SELECT id, parent_id FROM unit WHERE abolished_at IS NULL) x JOIN unit u ON u.id = x.inside
    WHERE u.abolished_at IS NOT NULL`,
  'superiors in being are of a higher level, and each post knows all above it': `
    WITH RECURSIVE above (id, superior) AS (SELECT id, superior_post_id FROM post WHERE superior_post_id IS NOT NULL
      UNION SELECT a.id, p.superior_post_id FROM above a JOIN post p ON p.id = a.superior WHERE p.superior_post_id IS NOT NULL)
    SELECT p.id FROM post p LEFT JOIN post s ON s.id = p.superior_post_id
    WHERE p.abolished_at IS NULL AND (s.level >= p.level OR s.abolished_at IS NOT NULL)
      OR p.superior_post_ids <> ARRAY(SELECT superior FROM above WHERE above.id = p.id ORDER BY superior)
      OR p.id = ANY (p.superior_post_ids)`,
  'units lie inside one another without a circle': `
    WITH RECURSIVE above (id, parent) AS (SELECT id, parent_id FROM unit
      UNION SELECT a.id, u.parent_id FROM above a JOIN unit u ON u.id = a.parent)
    SELECT id FROM above WHERE id = parent`,
  'somebody keeps the office, without an end that is known': `
    ${HALVES} SELECT FROM now WHERE NOT EXISTS (SELECT FROM t JOIN post p ON p.id = t.post_id JOIN office_user u ON u.id = t.user_id
      WHERE t.kind IN ('regular', 'additional') AND t.until_on IS NULL AND t.ended_at IS NULL AND t.first <= now.half
        AND u.closed_at IS NULL AND p.abolished_at IS NULL AND 'administrator' = ANY (p.roles))`,
  'who has left holds nothing, nor will he': `
    ${HALVES} SELECT u.id FROM office_user u JOIN t ON t.user_id = u.id, now
    WHERE u.closed_at IS NOT NULL AND t.ended_at IS NULL AND t.last >= now.half`,
  'no two are called alike, or mailed at one address': `
    SELECT name FROM (SELECT 'unit ' || abbreviation AS name FROM unit UNION ALL SELECT 'unit in Hindi ' || abbreviation_hi FROM unit
      UNION ALL SELECT 'post ' || marking FROM post UNION ALL SELECT 'post in Hindi ' || marking_hi FROM post
      UNION ALL SELECT 'duty ' || information_role FROM post UNION ALL SELECT 'person ' || username FROM office_user
      UNION ALL SELECT 'mail ' || lower(email) FROM office_user WHERE closed_at IS NULL) named
    WHERE name IS NOT NULL GROUP BY name HAVING count(*) > 1`,
  'what changed the organisation has its event, in a row without a gap, with who did it from which post': `
    SELECT subject_id FROM (SELECT *, row_number() OVER (PARTITION BY subject_id ORDER BY sequence) AS place
      FROM event) e
    WHERE sequence <> place OR (user_id IS NULL) <> (post_id IS NULL)
    UNION ALL SELECT id FROM unit u WHERE (version > 1 OR abolished_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM event e WHERE e.related_id = u.id)
    UNION ALL SELECT id FROM post p WHERE (version > 1 OR abolished_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM event e WHERE e.related_id = p.id)`,
};
