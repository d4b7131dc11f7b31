import { randomUUID } from 'node:crypto';
import {
  CLOSING_CAUSES,
  INFORMATION_ROLES,
  type KeepPost,
  type KeepUnit,
  RELIEF_CAUSES,
  type Role,
  START_CAUSES,
  TENURE_KINDS,
} from '@patravali/contract';
import type { Chance } from '../../calls/chance';
import { ORDER, REASON } from '../establishment';
import type { Act, Doer } from './act';
import { changePerson, closeAccount, createPerson, makeLink, reopenAccount } from './people';
import { abolishPost, changePost, createPost, openFile } from './posts';
import { endLeave, endTenure, startTenure } from './tenures';
import { abolishUnit, changeUnit, createUnit } from './units';
import { dayOf, holdsAt, isNotOver, isoDay, type PostInModel, type UnitInModel, type World } from './world';

/** So many are in being at once: a larger office is no other, only slower to compare. */
const MOST = { units: 9, posts: 24, people: 24 };
const HALVES = ['forenoon', 'afternoon'] as const;
const ROLES: readonly (readonly Role[])[] = [
  ['officer'],
  ['dealing_hand'],
  ['officer', 'dealing_hand'],
  ['dispatcher'],
  ['auditor'],
  ['administrator'],
  ['administrator', 'officer'],
];

/** The next act, right or wrong, as chance has it in this organisation. */
export class Draws {
  private names = 0;

  constructor(
    private readonly chance: Chance,
    private readonly world: World,
  ) {}

  act(): Act {
    const { chance } = this;
    const what = chance.upTo(99);
    if (what < 4) return this.inBeing(this.world.units) < MOST.units ? createUnit(this.unit()) : this.lessUnits();
    if (what < 10) return this.changedUnit();
    if (what < 13) return this.lessUnits();
    if (what < 20) return this.inBeing(this.world.posts) < MOST.posts ? createPost(this.post()) : this.lessPosts();
    if (what < 34) return this.changedPost();
    if (what < 39) return this.lessPosts();
    if (what < 45) return this.newPerson();
    if (what < 50) return this.changedPerson();
    if (what < 51) return makeLink(this.person());
    if (what < 54) return closeAccount(this.person(), chance.of(CLOSING_CAUSES), ORDER);
    if (what < 58) return reopenAccount(this.idOf(this.world.people, ({ closed }) => closed));
    if (what < 76) return this.newTenure();
    if (what < 95) return this.endedTenure();
    const absent = chance.oneIn(3) ? this.holder() : this.holder(({ id }) => this.isActedFor(id));
    if (absent && what < 98) return endLeave(absent);
    const opens = this.holder(({ roles }) => roles.includes('officer') || roles.includes('dealing_hand'));
    return opens && chance.oneIn(3) ? openFile(opens) : this.newTenure();
  }

  /** Somebody who does not keep the office and holds a post now. */
  stranger(): Doer | null {
    return this.holder(({ roles }) => !roles.includes('administrator'));
  }

  private isActedFor(id: string): boolean {
    const { tenures, now } = this.world;
    return [...tenures.values()].some((each) => each.kind === 'link' && each.postId === id && holdsAt(each, now));
  }

  private holder(fits: (post: PostInModel) => boolean = () => true): Doer | null {
    const { posts, tenures, now } = this.world;
    const holding = [...tenures.values()].filter((each) => {
      const post = posts.get(each.postId);
      return holdsAt(each, now) && each.kind !== 'assistant' && post !== undefined && fits(post);
    });
    if (holding.length === 0) return null;
    const { personId, postId, kind } = this.chance.of(holding);
    return { personId, postId, capacity: kind };
  }

  private inBeing(rows: Map<string, { readonly abolished: boolean }>): number {
    return [...rows.values()].filter(({ abolished }) => !abolished).length;
  }

  /** Mostly one of those that fit, sometimes another, seldom one that there is not. */
  private idOf<Row extends { readonly id: string }>(rows: Map<string, Row>, fits: (row: Row) => boolean): string {
    if (this.chance.oneIn(40)) return randomUUID();
    const all = [...rows.values()];
    const fitting = all.filter(fits);
    return this.chance.of(fitting.length > 0 && !this.chance.oneIn(10) ? fitting : all).id;
  }

  private readonly unitId = () => this.idOf(this.world.units, ({ abolished }) => !abolished);
  private readonly postId = () => this.idOf(this.world.posts, ({ abolished }) => !abolished);
  private readonly person = () => this.idOf(this.world.people, ({ closed }) => !closed);

  /** A new one, or one that somebody has. */
  private nameOf(prefix: string, taken: readonly (string | null)[]): string {
    const known = taken.filter((each) => each !== null);
    return known.length > 0 && this.chance.oneIn(12) ? this.chance.of(known) : `${prefix}${++this.names}`;
  }

  private inHindi(prefix: string, taken: readonly (string | null)[]): string | null {
    return this.chance.oneIn(2) ? null : this.nameOf(prefix, taken);
  }

  private unit(): KeepUnit {
    const units = [...this.world.units.values()];
    return {
      abbreviation: this.nameOf(
        'U',
        units.map(({ abbreviation }) => abbreviation),
      ),
      abbreviationHi: this.inHindi(
        'अनु',
        units.map(({ abbreviationHi }) => abbreviationHi),
      ),
      name: { hi: `अनुभाग ${this.names}`, en: `Section ${this.names}` },
      parentId: this.chance.oneIn(3) ? null : this.unitId(),
      reason: REASON,
    };
  }

  private changedUnit(): Act {
    const id = this.unitId();
    const before = this.world.units.get(id);
    const now = before && {
      abbreviation: before.abbreviation,
      abbreviationHi: before.abbreviationHi,
      name: { hi: before.nameHi, en: before.nameEn },
      parentId: before.parentId,
      reason: REASON,
    };
    return changeUnit(id, now ? this.mixed(now, this.unit()) : this.unit(), this.seen(before));
  }

  private lessUnits(): Act {
    const { posts, units } = this.world;
    const isEmpty = ({ id, abolished }: UnitInModel) =>
      !abolished &&
      ![...posts.values()].some((each) => !each.abolished && each.unitId === id) &&
      ![...units.values()].some((each) => !each.abolished && each.parentId === id);
    return abolishUnit(this.chance.oneIn(2) ? this.idOf(units, isEmpty) : this.unitId());
  }

  private post(): KeepPost {
    const { chance } = this;
    const posts = [...this.world.posts.values()];
    const roles = [...chance.of(ROLES)];
    const isAuditor = chance.oneIn(15) || roles.includes('auditor');
    const level = 1 + chance.upTo(7);
    const superior = () => this.idOf(this.world.posts, (each) => !each.abolished && each.level < level);
    return {
      marking: this.nameOf(
        'P',
        posts.map(({ marking }) => marking),
      ),
      markingHi: this.inHindi(
        'पद',
        posts.map(({ markingHi }) => markingHi),
      ),
      designation: { hi: `पद ${this.names}`, en: `Post ${this.names}` },
      level,
      unitId: this.unitId(),
      superiorPostId: chance.oneIn(4) ? null : chance.oneIn(4) ? this.postId() : superior(),
      roles,
      auditedUnitIds: isAuditor && chance.oneIn(2) ? [...new Set([this.unitId(), this.unitId()])] : [],
      administeredUnitId: null,
      informationRole: chance.oneIn(8) ? chance.of(INFORMATION_ROLES) : null,
      phone: chance.oneIn(5) ? `05462-22${chance.upTo(9999)}` : null,
      email: chance.oneIn(5) ? `desk${chance.upTo(99)}@example.in` : null,
      reason: REASON,
    };
  }

  private changedPost(): Act {
    const id = this.postId();
    const before = this.world.posts.get(id);
    if (!before) return changePost(id, this.post(), 1);
    const { marking, markingHi, designationHi: hi, designationEn: en, level, unitId, superiorPostId, roles } = before;
    const { auditedUnitIds, informationRole, phone, email } = before;
    const told = { administeredUnitId: null, informationRole, phone, email, reason: REASON };
    const now = { marking, markingHi, designation: { hi, en }, level, unitId, superiorPostId, ...told };
    const whole: KeepPost = { ...now, roles: [...roles], auditedUnitIds: [...auditedUnitIds] };
    return changePost(id, this.mixed(whole, this.post()), this.seen(before));
  }

  private lessPosts(): Act {
    const { posts, tenures, now } = this.world;
    const isFree = ({ id, abolished, files }: PostInModel) =>
      !abolished && files === 0 && ![...tenures.values()].some((each) => each.postId === id && isNotOver(each, now));
    return abolishPost(this.chance.oneIn(2) ? this.idOf(posts, isFree) : this.postId());
  }

  private newPerson(): Act {
    const { people } = this.world;
    const open = [...people.values()].filter(({ closed }) => !closed);
    if (open.length >= MOST.people) return closeAccount(this.person(), this.chance.of(CLOSING_CAUSES), ORDER);
    const username = this.nameOf(
      'person.',
      [...people.values()].map((each) => each.username),
    );
    const name = { hi: `कर्मी ${this.names}`, en: `Clerk ${this.names}` };
    return createPerson({ username, name, email: this.mail(), reason: REASON });
  }

  private changedPerson(): Act {
    const id = this.person();
    const before = this.world.people.get(id);
    const name = { hi: `कर्मी ${++this.names}`, en: `Clerk ${this.names}` };
    const change = { name, email: this.mail(), reason: REASON };
    const now = before && { name: { hi: before.nameHi, en: before.nameEn }, email: before.email, reason: REASON };
    return changePerson(id, now ? this.mixed(now, change) : change, this.seen(before));
  }

  private mail(): string | null {
    if (this.chance.oneIn(2)) return null;
    const name = `clerk${this.chance.upTo(30)}@example.in`;
    return this.chance.oneIn(3) ? name.toUpperCase() : name;
  }

  private newTenure(): Act {
    const { chance } = this;
    const fromOn = this.day();
    const kind = chance.oneIn(2) ? 'regular' : chance.of(TENURE_KINDS.filter((each) => each !== 'operator'));
    const isOpen = kind === 'link' ? chance.oneIn(10) : !chance.oneIn(3);
    return startTenure({
      personId: this.person(),
      postId: this.postId(),
      kind,
      cause: chance.of(START_CAUSES),
      fromOn,
      fromHalf: chance.of(HALVES),
      untilOn: isOpen ? null : chance.oneIn(4) ? fromOn : this.day(),
      orderReference: ORDER,
    });
  }

  private endedTenure(): Act {
    const { tenures, now } = this.world;
    const id = this.idOf(tenures, (each) => isNotOver(each, now));
    const atOnce = this.chance.oneIn(4);
    const from = tenures.get(id)?.from;
    const untilOn = from !== undefined && this.chance.oneIn(5) ? isoDay(dayOf(from)) : this.day();
    return endTenure(id, {
      cause: this.chance.of(RELIEF_CAUSES),
      untilOn: atOnce && !this.chance.oneIn(8) ? isoDay(dayOf(now)) : untilOn,
      untilHalf: this.chance.of(HALVES),
      now: atOnce,
      orderReference: ORDER,
    });
  }

  /** A day about today, often today itself. */
  private day(): string {
    const { chance } = this;
    const today = dayOf(this.world.now);
    if (chance.oneIn(3)) return isoDay(today);
    return isoDay(today + (chance.oneIn(4) ? chance.upTo(60) - 30 : chance.upTo(8) - 4));
  }

  /** The version that the administrator has seen, now and then an older one. */
  private seen(row: { readonly version: number } | undefined): number {
    const version = row?.version ?? 1;
    return this.chance.oneIn(15) ? version + 1 : version;
  }

  /** What is there, with one or several fields of another; now and then nothing is changed. */
  private mixed<Body extends object>(now: Body, other: Body): Body {
    if (this.chance.oneIn(8)) return now;
    const names = Object.keys(now) as (keyof Body)[];
    const taken = Array.from({ length: 1 + this.chance.upTo(2) }, () => this.chance.of(names));
    return { ...now, ...Object.fromEntries(taken.map((name) => [name, other[name]])) };
  }
}
