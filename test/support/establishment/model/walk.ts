import { type Actor, defineAbility } from '@patravali/authorization';
import { AREA_RULES } from '@patravali/foundation';
import { Refusal } from '@patravali/errors';
import { FindPerson } from '@patravali/identity';
import type { Chance } from '../../calls/chance';
import type { TestOffice } from '../../office/office';
import type { Act, Answer, Doer } from './act';
import { Draws } from './draws';
import { ORGANISATION_INVARIANTS } from './invariants';
import {
  dayOf,
  hasAdministrator,
  holdsAt,
  isLastingAdministrator,
  isoDay,
  readWorld,
  textOf,
  type World,
} from './world';

const FULLEST_FIRST = ['regular', 'additional', 'link', 'assistant'];

/** Changes of the organisation as chance draws them, in the office and in the model. */
export class OrganisationWalk {
  readonly taken = { steps: 0, refused: 0 };
  /** How often each act was done, and each reason to refuse was met. */
  readonly met = new Map<string, number>();
  private readonly draws: Draws;
  private readonly did: string[] = [];

  private constructor(
    private readonly office: TestOffice,
    private readonly chance: Chance,
    readonly world: World,
  ) {
    this.draws = new Draws(chance, world);
  }

  /** From the next morning on, by the clock of the office. */
  static async begin(office: TestOffice, chance: Chance): Promise<OrganisationWalk> {
    const world = await readWorld(office);
    const walk = new OrganisationWalk(office, chance, world);
    await walk.timePasses(2 - (world.now % 2));
    return walk;
  }

  /** One change, or half a day or several that pass. */
  async step(): Promise<void> {
    const { chance } = this;
    if (chance.oneIn(12)) {
      await this.timePasses(chance.oneIn(3) ? 2 * chance.upTo(6) + 1 : 1);
      return;
    }
    const act = this.draws.act();
    const stranger = chance.oneIn(25) ? this.draws.stranger() : null;
    this.taken.steps += 1;
    if (stranger && !act.by) await this.refused(act, stranger, ['not-allowed']);
    else await this.take(act);
    await this.expectSameState(act);
  }

  /** What the model says of who holds which post now, in which capacity, is what the office lets him act from. */
  async expectSameHolders(): Promise<void> {
    const { people, tenures, now } = this.world;
    for (const { id } of people.values()) {
      const held = [...tenures.values()]
        .filter((each) => each.personId === id && holdsAt(each, now))
        .sort((one, other) => FULLEST_FIRST.indexOf(other.kind) - FULLEST_FIRST.indexOf(one.kind));
      const { heldPosts } = await this.office.get(FindPerson).execute(this.office.id, id);
      const found = Object.fromEntries(heldPosts.map((post) => [post.id, post.capacity]));
      expect({ id, held: found }).toEqual({
        id,
        held: Object.fromEntries(held.map((each) => [each.postId, each.kind])),
      });
    }
  }

  /** The rules that something in the database breaks. */
  async brokenInvariants(): Promise<string[]> {
    const broken = [];
    for (const [rule, finds] of Object.entries(ORGANISATION_INVARIANTS))
      if ((await this.office.rows(finds)).length > 0) broken.push(rule);
    return broken;
  }

  private async take(act: Act): Promise<void> {
    const wrong = act.wrong(this.world);
    if (wrong.length === 0 && act.mayLeaveNobody) {
      const after = structuredClone(this.world);
      act.done(after, {});
      if (!hasAdministrator(after)) wrong.push('last-administrator');
    }
    const by = act.by ?? this.administrator();
    if (wrong.length > 0) await this.refused(act, by, wrong);
    else await this.accepted(act, by);
  }

  private async accepted(act: Act, by: Doer): Promise<void> {
    const answer = await this.tried(act, by);
    if (answer instanceof Refusal) throw this.failure(act, `was refused with ${answer.code}`);
    const told = act.done(this.world, answer);
    this.count(act.does);
    this.world.events += 1;
    this.note(act);
    expect({ act: this.last(), answer }).toMatchObject({ act: this.last(), answer: told });
  }

  private async refused(act: Act, by: Doer, wrong: readonly string[]): Promise<void> {
    const answer = await this.tried(act, by);
    this.taken.refused += 1;
    this.note(act);
    if (answer instanceof Refusal) this.count(answer.code);
    if (!(answer instanceof Refusal)) throw this.failure(act, `was accepted, but is wrong: ${wrong.join(', ')}`);
    if (!wrong.includes(answer.code))
      throw this.failure(act, `was refused with ${answer.code}, not ${wrong.join(', ')}`);
  }

  private async tried(act: Act, by: Doer): Promise<Answer | Refusal> {
    try {
      return await act.run(this.office, this.actorOf(by));
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw this.failure(act, `failed: ${String(error)}`);
    }
  }

  private async expectSameState(act: Act): Promise<void> {
    const [found, expected] = [textOf(await readWorld(this.office)), textOf(this.world)];
    if (found === expected) return;
    const [rows, modelled] = [found.split('\n'), expected.split('\n')];
    expect({ after: this.failure(act, 'left').message, rows: rows.filter((row) => !modelled.includes(row)) }).toEqual({
      after: 'what the model says',
      rows: modelled.filter((row) => !rows.includes(row)),
    });
  }

  private async timePasses(halves: number): Promise<void> {
    this.world.now += halves;
    const at = `${isoDay(dayOf(this.world.now))}T${this.world.now % 2 === 0 ? '10' : '15'}:00:00+05:30`;
    await this.office.rows(
      `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${at}'::timestamptz $$`,
    );
    this.did.push(at);
  }

  private administrator(): Doer {
    const keeping = [...this.world.tenures.values()].filter((each) => isLastingAdministrator(this.world, each));
    const { personId, postId, kind } = this.chance.of(keeping);
    return { personId, postId, capacity: kind };
  }

  private actorOf({ personId, postId, capacity }: Doer): Actor {
    const [person, post] = [this.world.people.get(personId), this.world.posts.get(postId)];
    if (!person || !post) throw new Error('whoever acts is there, at his post');
    const { unitId, marking, designationHi, designationEn, superiorPostId, roles, auditedUnitIds } = post;
    const acting = {
      id: postId,
      organisationId: this.office.id,
      unitId,
      marking,
      designation: { hi: designationHi, en: designationEn },
      superiorPostId,
      roles: [...roles],
      auditedUnitIds: [...auditedUnitIds],
    };
    return {
      organisationId: this.office.id,
      userId: personId,
      postId,
      capacity,
      name: { hi: person.nameHi, en: person.nameEn },
      post: acting,
      ability: defineAbility(acting, AREA_RULES),
    };
  }

  private count(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  private note({ does, says }: Act): void {
    this.did.push(`${does} ${JSON.stringify(says)}`);
  }

  private last(): string {
    return this.did.slice(-4).join('\n');
  }

  private failure(act: Act, what: string): Error {
    return new Error(
      `Step ${this.taken.steps}: ${act.does} ${JSON.stringify(act.says)}\n${what}. Before:\n${this.last()}`,
    );
  }
}
