import { Bilingual, LETTER_LAYOUTS, TENURE_KINDS } from '@patravali/contract';
import { z } from 'zod';
import { ACTING_TENURE } from './posts/held-posts';

/** What a letter or a register prints of the office at its head. */
export const Letterhead = z.object({
  name: Bilingual,
  unit: Bilingual,
  address: Bilingual,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  layout: z.enum(LETTER_LAYOUTS),
  /** Stands before the date. */
  place: Bilingual.nullable(),
  /** The papers of an office that does not exist are marked as specimens. */
  demo: z.boolean(),
});
export type Letterhead = z.infer<typeof Letterhead>;

/** A `Letterhead` from the expressions of the ids of an organisation and of one of its units. */
export const letterheadOf = (organisationId: string, unitId: string): string => `(
  SELECT jsonb_build_object('name', jsonb_build_object('hi', office.name_hi, 'en', office.name_en),
    'unit', jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en),
    'address', jsonb_build_object('hi', office.address_hi, 'en', office.address_en),
    'phone', office.phone, 'email', office.email, 'layout', office.letter_layout,
    'place', CASE WHEN office.place_hi IS NOT NULL THEN jsonb_build_object('hi', office.place_hi, 'en', office.place_en) END,
    'demo', office.demo)
  FROM organisation office JOIN unit ON unit.organisation_id = office.id
  WHERE office.id = ${organisationId} AND unit.id = ${unitId})`;

/** Whose name a letter bears. */
export const Signatory = z.object({
  marking: z.string(),
  markingHi: z.string().nullable(),
  level: z.int(),
  designation: Bilingual,
  /** Where the holder of the post is reached. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Who holds the post today: a link officer before the regular holder; null when it is vacant. */
  holder: z.object({ userId: z.uuid(), name: Bilingual, capacity: z.enum(TENURE_KINDS) }).nullable(),
});
export type Signatory = z.infer<typeof Signatory>;

/** A `Signatory` from the expressions of the ids of an organisation and of one of its posts; null if it has no such post. */
export const signatoryOf = (organisationId: string, postId: string): string => `(
  SELECT jsonb_build_object('marking', post.marking, 'markingHi', post.marking_hi, 'level', post.level,
    'designation', jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en),
    'phone', post.phone, 'email', post.email,
    'holder', (SELECT jsonb_build_object('userId', person.id,
        'name', jsonb_build_object('hi', person.name_hi, 'en', person.name_en), 'capacity', tenure.kind)
      FROM tenure JOIN office_user person ON person.id = tenure.user_id
      WHERE ${ACTING_TENURE}))
  FROM post WHERE post.organisation_id = ${organisationId} AND post.id = ${postId})`;
