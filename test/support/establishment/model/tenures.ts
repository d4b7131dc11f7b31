import type { EndTenure as Ending, StartTenure as NewTenure } from '@patravali/contract';
import { EndLeave, EndTenure, StartTenure } from '@patravali/organisation';
import { type Act, broken, type Doer } from './act';
import { endWhatHung, isCharge } from './hung';
import { dayNumber, dayOf, holdsAt, isNotOver, known, type TenureInModel, type World } from './world';

const afternoonOf = (iso: string): number => 2 * dayNumber(iso) + 1;

export const startTenure = (request: NewTenure): Act => {
  const { personId, postId, kind, fromOn, fromHalf, untilOn, cause, orderReference } = request;
  const from = 2 * dayNumber(fromOn) + (fromHalf === 'afternoon' ? 1 : 0);
  const until = untilOn === null ? null : afternoonOf(untilOn);
  const tenure = { personId, postId, kind, from, until, ended: false };
  return {
    does: 'startTenure',
    says: request,
    wrong: (world) => {
      const [person, post] = [world.people.get(personId), world.posts.get(postId)];
      return broken({
        'no-such-person': !person,
        'unknown-post': !post,
        'account-closed': person?.closed === true,
        'post-abolished': post?.abolished === true,
        'tenure-backwards': until !== null && until < from,
        'last-day-needed': kind === 'link' && until === null,
        'post-held-then': isHeldThen(world, { id: null, ...tenure }),
        ...unfitLink(world, { id: null, ...tenure }),
      });
    },
    done: (world, { id = '' }) => {
      const told = { startCause: cause, endCause: null, order: orderReference, endOrder: null };
      world.tenures.set(id, { id, ...tenure, ...told });
      return { id, postId };
    },
    run: (office, by) => office.get(StartTenure).execute(by, request),
  };
};

export const endTenure = (id: string, request: Ending): Act => {
  const { cause, untilOn, untilHalf, now, orderReference } = request;
  const last = 2 * dayNumber(untilOn) + (untilHalf === 'afternoon' ? 1 : 0);
  return {
    does: 'endTenure',
    says: { id, request },
    mayLeaveNobody: true,
    wrong: (world) => {
      const tenure = world.tenures.get(id);
      if (!tenure) return ['not-found'];
      return broken({
        'tenure-ended': !isNotOver(tenure, world.now),
        'not-today': now && dayNumber(untilOn) !== dayOf(world.now),
        'before-joining': !now && last < tenure.from,
        // An end that is put off meets nobody who has come meanwhile.
        'post-held-then': !now && isHeldThen(world, { ...tenure, until: last }),
        ...(now ? {} : unfitLink(world, { ...tenure, until: last })),
      });
    },
    done: (world) => {
      const tenure = known(world.tenures, id);
      const until = now ? 2 * Math.max(dayOf(tenure.from), dayOf(world.now)) + 1 : last;
      world.tenures.set(id, { ...tenure, until, ended: now, endCause: cause, endOrder: orderReference });
      if (isCharge(tenure)) endWhatHung(world, tenure.postId, now ? null : last);
      return { id, postId: tenure.postId };
    },
    run: (office, by) => office.get(EndTenure).execute(by, id, request),
  };
};

/** Whoever holds the post is back: nobody acts for him any more. */
export const endLeave = (by: Doer): Act => {
  const links = (world: World) => {
    const tenures = [...world.tenures.values()];
    const own = tenures.filter(
      ({ personId, postId, kind }) => personId === by.personId && postId === by.postId && kind === by.capacity,
    );
    return tenures.filter(
      (each) =>
        each.kind === 'link' &&
        each.postId === by.postId &&
        each.personId !== by.personId &&
        holdsAt(each, world.now) &&
        own.some(({ from }) => from <= each.from),
    );
  };
  return {
    does: 'endLeave',
    says: by,
    by,
    wrong: (world) =>
      broken({
        'not-for-assistants': by.capacity === 'assistant',
        'not-on-leave': by.capacity === 'link' || links(world).length === 0,
      }),
    done: (world) => {
      for (const link of links(world)) world.tenures.set(link.id, { ...link, ended: true });
      return { postId: by.postId };
    },
    run: (office, actor) => office.get(EndLeave).execute(actor),
  };
};

type Wanted = Pick<TenureInModel, 'personId' | 'postId' | 'kind' | 'from' | 'until'> & { readonly id: string | null };

/** What stands against it that somebody acts then for another. */
function unfitLink({ tenures }: World, wanted: Wanted): Readonly<Record<string, boolean>> {
  if (wanted.kind !== 'link') return {};
  const others = [...tenures.values()].filter((each) => each.id !== wanted.id && !each.ended);
  const links = others.filter((each) => each.kind === 'link' && isMeanwhile(each, wanted));
  const isAwayFrom = (held: TenureInModel) =>
    links.some((link) => link.postId === held.postId && link.personId !== held.personId && isMeanwhile(link, held));
  return {
    'link-to-oneself': others.some(
      (each) =>
        isCharge(each) &&
        each.postId === wanted.postId &&
        each.personId === wanted.personId &&
        isMeanwhile(each, wanted),
    ),
    'leave-overlaps': links.some(({ postId }) => postId === wanted.postId),
    'link-officer-on-leave': others.some(
      (each) => isCharge(each) && each.personId === wanted.personId && isAwayFrom(each),
    ),
  };
}

type Days = Pick<TenureInModel, 'from' | 'until'>;

const isMeanwhile = (one: Days, other: Days): boolean =>
  one.from <= (other.until ?? Infinity) && other.from <= (one.until ?? Infinity);

/** Two hold it regularly at the same time, or one person twice. */
const isHeldThen = ({ tenures }: World, wanted: Wanted): boolean =>
  [...tenures.values()].some(
    (each) =>
      each.id !== wanted.id &&
      each.postId === wanted.postId &&
      !each.ended &&
      (each.personId === wanted.personId || (each.kind === 'regular' && wanted.kind === 'regular')) &&
      isMeanwhile(each, wanted),
  );
