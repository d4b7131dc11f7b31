import { isoInstant } from '@patravali/database';

/** What a unit, a post or a person was called, the latest first: a JSON array of the contract's `FormerName`. */
export const formerNamesOf = (bearer: 'unit_id' | 'post_id' | 'user_id', organisationId: string, id: string): string =>
  `(SELECT COALESCE(jsonb_agg(jsonb_build_object('short', former.short, 'shortHi', former.short_hi,
      'name', jsonb_build_object('hi', former.name_hi, 'en', former.name_en), 'until', ${isoInstant('former.until_at')})
      ORDER BY former.until_at DESC), '[]')
    FROM former_name former WHERE former.organisation_id = ${organisationId} AND former.${bearer} = ${id})`;
