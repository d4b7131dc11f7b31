import type { ChangePerson as Change, CloseAccount as Closing, CreatePerson as Creation } from '@patravali/contract';
import { ChangePerson, CloseAccount, CreatePerson, MakeLinkForPerson, ReopenAccount } from '@patravali/establishment';
import { REASON } from '../establishment';
import { type Act, broken, changed, renames } from './act';
import { endWhatHung, isCharge } from './hung';
import { dayOf, isNotOver, known, type PersonInModel, type World } from './world';

export const createPerson = (request: Creation): Act => ({
  does: 'createPerson',
  says: request,
  wrong: (world) => {
    const isKnown = [...world.people.values()].some(({ username }) => username === request.username);
    return broken({ 'name-taken': isKnown || isMailTaken(world, null, request.email) });
  },
  done: (world, { id = '' }) => {
    const { username, name, email } = request;
    world.people.set(id, { id, username, nameHi: name.hi, nameEn: name.en, email, closed: false, version: 1 });
    return { id };
  },
  run: (office, by) => office.get(CreatePerson).execute(by, request),
});

export const changePerson = (id: string, request: Change, seen: number): Act => ({
  does: 'changePerson',
  says: { id, request, seen },
  wrong: (world) =>
    ofOpen(world, id, (person) =>
      broken({
        'changed-meanwhile': person.version !== seen,
        'name-taken': isMailTaken(world, id, request.email),
      }),
    ),
  done: (world) => {
    const { name, email } = request;
    const before = known(world.people, id);
    const after = changed(before, { nameHi: name.hi, nameEn: name.en, email });
    world.people.set(id, after);
    world.renamed += renames(before, after, 'nameHi', 'nameEn');
    return { id, version: after.version };
  },
  run: (office, by) => office.get(ChangePerson).execute(by, id, request, seen),
});

export const makeLink = (id: string): Act => ({
  does: 'makeSignInLink',
  says: { id },
  wrong: (world) => ofOpen(world, id, () => []),
  done: () => ({ id }),
  run: (office, by) => office.get(MakeLinkForPerson).execute(by, id),
});

export const closeAccount = (id: string, cause: Closing['cause'], order: string): Act => ({
  does: 'closeAccount',
  says: { id, cause, order },
  mayLeaveNobody: true,
  wrong: (world) => ofOpen(world, id, () => []),
  done: (world) => {
    world.people.set(id, changed(known(world.people, id), { closed: true }));
    const left = [...world.tenures.values()].filter((each) => each.personId === id && isNotOver(each, world.now));
    for (const tenure of left) {
      const until = 2 * Math.max(dayOf(tenure.from), dayOf(world.now)) + 1;
      world.tenures.set(tenure.id, { ...tenure, until, ended: true, endCause: cause, endOrder: order });
    }
    for (const tenure of left) if (isCharge(tenure)) endWhatHung(world, tenure.postId, null);
    return { id, sessions: 0, posts: [...new Set(left.map(({ postId }) => postId))].sort() };
  },
  run: async (office, by) => {
    const closed = await office.get(CloseAccount).execute(by, id, { cause, reason: order });
    return { ...closed, posts: [...closed.posts].sort() };
  },
});

export const reopenAccount = (id: string): Act => ({
  does: 'reopenAccount',
  says: { id },
  wrong: (world) => {
    const person = world.people.get(id);
    if (!person) return ['not-found'];
    return broken({ 'account-in-use': !person.closed, 'name-taken': isMailTaken(world, id, person.email) });
  },
  done: (world) => {
    const after = changed(known(world.people, id), { closed: false });
    world.people.set(id, after);
    return { id, version: after.version };
  },
  run: (office, by) => office.get(ReopenAccount).execute(by, id, { reason: REASON }),
});

function ofOpen(world: World, id: string, more: (person: PersonInModel) => string[]): string[] {
  const person = world.people.get(id);
  if (!person) return ['not-found'];
  return [...broken({ 'account-closed': person.closed }), ...more(person)];
}

/** Two people who use the office are never mailed at one address, however it is written. */
const isMailTaken = ({ people }: World, id: string | null, email: string | null): boolean =>
  email !== null &&
  [...people.values()].some(
    (each) => each.id !== id && !each.closed && each.email?.toLowerCase() === email.toLowerCase(),
  );
