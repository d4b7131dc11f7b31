import type { ReadingRows, SearchedItems } from '@patravali/search';
import { postHeldToday } from '../posts/held-posts';

interface Name {
  readonly hi: string | null;
  readonly en: string | null;
  readonly others: string;
}

const textsOfName = ({ hi, en, others }: Name) => ({
  title: [...new Set([hi, en].filter(Boolean))].join(' · '),
  text: others,
});

/** Everybody who has an account, by the name in both languages. */
export const FOUND_PEOPLE = {
  kind: 'person',
  source: 'office_user person',
  id: 'person.id',
  organisationId: 'person.organisation_id',
  at: 'person.id',
  content: `jsonb_build_object('hi', person.name_hi, 'en', person.name_en, 'others', '')`,
  textsOf: textsOfName,
} satisfies SearchedItems<Name>;

const HOLDING = postHeldToday('person.organisation_id', 'person.id');

/** The person with the post that he holds today, as `held`. */
export const joinHeldPost = `JOIN ${HOLDING} ON true`;

export const SHOWN_PERSON = { post: 'held.post_id' } as const;

/** Everybody knows who holds a post today; of others an administrator knows. */
export const readingPeople = (): ReadingRows[] => [
  { source: `office_user person ${joinHeldPost}`, isEntry: 's.item_id = person.id', where: 'true' },
];

/** A person is of the unit in which he holds a post today: it changes with no word. */
export const narrowedPeople = (postIds: string): string => `held.post_id = ANY (${postIds})`;

/** The posts by designation, marking and unit. */
export const FOUND_POSTS = {
  kind: 'post',
  source: `post JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id`,
  id: 'post.id',
  organisationId: 'post.organisation_id',
  at: 'post.id',
  post: 'post.id',
  content: `jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en,
    'others', concat_ws(' · ', post.marking, post.marking_hi, unit.name_hi, unit.name_en))`,
  textsOf: textsOfName,
} satisfies SearchedItems<Name>;

export const SHOWN_POST = { post: 'post.id' } as const;

/** Everybody in the office knows its posts. */
export const readingPosts = (): ReadingRows[] => [
  { source: 'post', isEntry: 's.item_id = post.id', where: 'post.abolished_at IS NULL' },
];
