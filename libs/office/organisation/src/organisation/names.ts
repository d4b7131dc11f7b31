import { Bilingual } from '@patravali/contract';
import { z } from 'zod';

/**
 * How other areas show what this area owns: expressions for a select list, each from the expression of an id. Beside
 * them stands the database's own function `post_holder(id)`. A post is shown by its id: see the contract's `PostId`.
 */

const bilingual = (alias: string) => `json_build_object('hi', ${alias}.name_hi, 'en', ${alias}.name_en)`;

/** The contract's `UnitRef`. */
export const unitRef = (unitId: string): string =>
  `(SELECT json_build_object('id', unit.id, 'abbreviation', unit.abbreviation, 'name', ${bilingual('unit')})
    FROM unit WHERE unit.id = ${unitId})`;

/** As numbers in Hindi print it; null where they print the other. */
export const unitAbbreviationHi = (unitId: string): string =>
  `(SELECT unit.abbreviation_hi FROM unit WHERE unit.id = ${unitId})`;

/** The name of a person in both languages. */
export const personName = (userId: string): string =>
  `(SELECT ${bilingual('person')} FROM office_user person WHERE person.id = ${userId})`;

/** The name and the user name of a person; null without one. */
export const personRef = (userId: string): string =>
  `(SELECT json_build_object('name', ${bilingual('person')}, 'username', person.username)
    FROM office_user person WHERE person.id = ${userId})`;

/** For whom a link officer acted: whoever holds or held that post when the link began, regularly before in additional charge. */
const absentOfficer = (userId: string, postId: string): string =>
  `(SELECT ${bilingual('absent')}
    FROM tenure link JOIN tenure held ON held.organisation_id = link.organisation_id AND held.post_id = link.post_id
      AND held.kind IN ('regular', 'additional') AND held.from_on <= link.from_on AND (held.until_on IS NULL OR held.until_on >= link.from_on)
    JOIN office_user absent ON absent.id = held.user_id
    WHERE link.organisation_id = person.organisation_id AND link.user_id = ${userId} AND link.post_id = ${postId}
      AND link.kind = 'link'
    ORDER BY link.from_on DESC, held.kind DESC LIMIT 1)`;

/** Under whom an operator worked at that post, or works now. */
const clerkOfOperator = (userId: string, postId: string): string =>
  `(SELECT ${bilingual('clerk')}
    FROM tenure operator JOIN office_user clerk ON clerk.id = operator.under_user_id
    WHERE operator.organisation_id = person.organisation_id AND operator.user_id = ${userId} AND operator.post_id = ${postId}
      AND operator.kind = 'operator' ORDER BY operator.from_on DESC LIMIT 1)`;

/** The contract's `ActorRef`; null without a user. */
export const actorRef = (userId: string, postId: string, capacity: string): string =>
  `(SELECT json_build_object('name', ${bilingual('person')}, 'post', ${postId}, 'capacity', ${capacity},
      'actingFor', CASE ${capacity} WHEN 'link' THEN ${absentOfficer(userId, postId)}
        WHEN 'operator' THEN ${clerkOfOperator(userId, postId)} END)
    FROM office_user person WHERE person.id = ${userId})`;

/** The name of an organisation in both languages. */
export const organisationName = (organisationId: string): string =>
  `(SELECT ${bilingual('office')} FROM organisation office WHERE office.id = ${organisationId})`;

/** The address of an organisation for mail. */
export const organisationEmail = (organisationId: string): string =>
  `(SELECT office.email FROM organisation office WHERE office.id = ${organisationId})`;

/** The series and the title of a number head. */
export const numberHeadRef = (headId: string): string =>
  `(SELECT json_build_object('series', concat_ws('-', head.basic, head."primary" || '0' || head.secondary),
      'title', json_build_object('hi', head.title_hi, 'en', head.title_en))
    FROM number_head head WHERE head.id = ${headId})`;

/** Which of a unit and a number head have no abbreviation in Hindi. */
export const withoutHindi = (unitId: string, headId: string): string =>
  `array_remove(ARRAY[(SELECT 'unit' FROM unit WHERE unit.id = ${unitId} AND unit.abbreviation_hi IS NULL),
    (SELECT 'head' FROM number_head head WHERE head.id = ${headId} AND head.basic_hi IS NULL)], NULL)`;

/** The level of a post: the lower the number, the higher the post. */
export const postLevel = (postId: string): string => `(SELECT post.level FROM post WHERE post.id = ${postId})`;

/** The post right above this one. */
export const directSuperior = (postId: string): string =>
  `(SELECT post.superior_post_id FROM post WHERE post.id = ${postId})`;

/** Whether the first post stands above the second: a condition. */
export const isSuperior = (superiorId: string, postId: string): string =>
  `EXISTS (SELECT FROM post WHERE post.id = ${postId} AND ${superiorId} = ANY (post.superior_post_ids))`;

/** The marking abbreviation of a post. */
export const postMarking = (postId: string): string => `(SELECT post.marking FROM post WHERE post.id = ${postId})`;

/** The same for a sentence that is said in whichever language its reader has: see the contract's `markingInBoth`. */
export const postMarkingInBoth = (postId: string): string =>
  `(SELECT CASE WHEN post.marking_hi IS NULL THEN to_jsonb(post.marking)
    ELSE jsonb_build_object('hi', post.marking_hi, 'en', post.marking) END FROM post WHERE post.id = ${postId})`;
export const MarkingInBoth = z.union([z.string(), Bilingual]);

/** The designation of a post in both languages. */
export const postDesignation = (postId: string): string =>
  `(SELECT json_build_object('hi', post.designation_hi, 'en', post.designation_en) FROM post WHERE post.id = ${postId})`;

/** What the office calls a degree of urgency, in both languages; null where it calls it as the manual does. */
export const urgencyName = (organisationId: string, code: string): string =>
  `(SELECT json_build_object('hi', u.name_hi, 'en', u.name_en) FROM office_urgency u
    WHERE u.organisation_id = ${organisationId} AND u.code = ${code})`;
