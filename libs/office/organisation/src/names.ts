/**
 * How other areas show what this area owns: expressions for a select list, each from the expression of an id. Beside
 * them stand the database's own functions `post_ref(id)`, `actor_ref(user, post, capacity)` and `post_holder(id)`.
 */

const bilingual = (alias: string) => `jsonb_build_object('hi', ${alias}.name_hi, 'en', ${alias}.name_en)`;

/** The contract's `UnitRef`. */
export const unitRef = (unitId: string): string =>
  `(SELECT jsonb_build_object('id', unit.id, 'abbreviation', unit.abbreviation, 'name', ${bilingual('unit')})
    FROM unit WHERE unit.id = ${unitId})`;

/** The name of a person in both languages. */
export const personName = (userId: string): string =>
  `(SELECT ${bilingual('person')} FROM office_user person WHERE person.id = ${userId})`;

/** The name of an organisation in both languages. */
export const organisationName = (organisationId: string): string =>
  `(SELECT ${bilingual('office')} FROM organisation office WHERE office.id = ${organisationId})`;

/** The series and the title of a number head. */
export const numberHeadRef = (headId: string): string =>
  `(SELECT jsonb_build_object('series', format('%s-%s0%s', head.basic, head."primary", head.secondary),
      'title', jsonb_build_object('hi', head.title_hi, 'en', head.title_en))
    FROM number_head head WHERE head.id = ${headId})`;

/** The level of a post: the lower the number, the higher the post. */
export const postLevel = (postId: string): string => `(SELECT post.level FROM post WHERE post.id = ${postId})`;

/** The marking abbreviation of a post. */
export const postMarking = (postId: string): string => `(SELECT post.marking FROM post WHERE post.id = ${postId})`;
