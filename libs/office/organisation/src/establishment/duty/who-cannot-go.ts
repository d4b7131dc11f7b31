import type { Actor } from '@patravali/authorization';
import { markingInBoth } from '@patravali/contract';
import { type FieldError, Refusal } from '@patravali/errors';
import type { DeskOfDuty } from './desks-of-duty';

/** Somebody goes from the desk, and somebody else keeps it. */
export interface FitDesk {
  readonly postId: string;
  readonly marking: string;
  readonly personId: string;
  readonly username: string;
  readonly linkId: string;
  readonly linkUsername: string;
}

/** What the administrator of a unit may not name. */
const NOT_YOURS = { desk: 'duty-not-yours', keeper: 'keeper-not-yours' } as const;

type Mistake = Omit<FieldError, 'pointer'> & { readonly field: 'postId' | 'linkPostId' };

/** Of each desk that its holder cannot leave so: why, at the field that names it. */
function whoCannotGo(desks: readonly DeskOfDuty[]): FieldError[] {
  return desks.flatMap((desk, place) => {
    const mistake = mistakeOf(desk, desks, place);
    if (!mistake) return [];
    const { field, ...error } = mistake;
    return [{ ...error, pointer: `#/desks/${place}/${field}` }];
  });
}

/** What stands against the order as a whole, with each desk; null where nothing does. What the actor may not comes first. */
export function whatStandsAgainst(desks: readonly DeskOfDuty[], { post }: Pick<Actor, 'post'>): Refusal | null {
  const errors = whoCannotGo(desks);
  const forbidden = errors.filter(({ detail }) => Object.values<string>(NOT_YOURS).includes(detail));
  if (forbidden.length > 0) return new Refusal('not-allowed', { post: markingInBoth(post) }, { errors: forbidden });
  return errors.length > 0 ? new Refusal('not-all-can-go', { count: errors.length }, { errors }) : null;
}

/** The desks, once nothing is wrong with any. */
export const fitDesks = (desks: readonly DeskOfDuty[]): FitDesk[] =>
  desks.flatMap(({ postId, marking, personId, username, linkId, linkUsername }) =>
    marking === null || personId === null || username === null || linkId === null || linkUsername === null
      ? []
      : [{ postId, marking, personId, username, linkId, linkUsername }],
  );

function mistakeOf(desk: DeskOfDuty, desks: readonly DeskOfDuty[], place: number): Mistake | null {
  return whoGoes(desk, desks, place) ?? whoKeeps(desk, desks);
}

function whoGoes(desk: DeskOfDuty, desks: readonly DeskOfDuty[], place: number): Mistake | null {
  const { post, postId, person, awayAlready, actsFor } = desk;
  const wrong = (detail: string, params: object = {}): Mistake => {
    return { field: 'postId', detail, params: { post, person, ...params } };
  };
  if (!desk.isKept) return wrong(NOT_YOURS.desk);
  if (post === null) return wrong('unknown-post');
  if (desk.isAbolished) return wrong('post-abolished');
  if (desks.findIndex((each) => each.postId === postId) !== place) return wrong('duty-named-twice');
  if (person === null) return wrong('duty-of-nobody');
  if (awayAlready) return wrong('duty-away-already', awayAlready);
  if (actsFor) return wrong('duty-keeps-another', { ofPost: actsFor.post, absent: actsFor.person, from: actsFor.from });
  const left = desk.others.filter((other) => desks.every((each) => each.postId !== other.postId));
  if (left.length > 0) return wrong('duty-desk-left', { others: left.map((other) => other.post) });
  return null;
}

function whoKeeps(desk: DeskOfDuty, desks: readonly DeskOfDuty[]): Mistake | null {
  const { post, person, linkPost, link, linkId, linkAway } = desk;
  const wrong = (detail: string, params: object = {}): Mistake => {
    return { field: 'linkPostId', detail, params: { post, person, linkPost, link, ...params } };
  };
  if (linkPost === null) return wrong('keeper-missing');
  if (desk.linkIsAbolished || link === null) return wrong('keeper-vacant');
  if (!desk.linkIsKept) return wrong(NOT_YOURS.keeper);
  if (desk.isOfficers && !desk.linkIsOfficers) return wrong('keeper-no-officer');
  if (desk.isOwnLink) return wrong('keeper-himself');
  if (desks.some((each) => each.personId === linkId)) return wrong('keeper-goes-too');
  if (linkAway) return wrong('keeper-away', { ofPost: linkAway.post, from: linkAway.from });
  return null;
}
