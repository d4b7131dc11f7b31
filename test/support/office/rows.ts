import { randomUUID } from 'node:crypto';
import { type Actor, defineAbility } from '@patravali/authorization';
import type { Role, TenureKind } from '@patravali/contract';
import { AREA_RULES, ASSISTANT_RULES } from '@patravali/foundation';
import type { Pool } from 'pg';

/** Deputy secretary over under secretary over section officer over assistant, a dispatcher, an auditor; and another unit. */
const SECTION = {
  DS: { unit: 'EST', roles: ['officer'], level: 1 },
  US: { unit: 'EST', roles: ['officer'], superior: 'DS', level: 2 },
  SO: { unit: 'EST', roles: ['officer', 'dealing_hand'], superior: 'US', level: 3 },
  ASO: { unit: 'EST', roles: ['dealing_hand'], superior: 'SO', level: 4 },
  DISPATCH: { unit: 'EST', roles: ['dispatcher'], superior: 'SO', level: 5 },
  AUDIT: { unit: 'FIN', roles: ['auditor'], level: 2 },
  OTHER: { unit: 'FIN', roles: ['officer', 'dealing_hand'], level: 3 },
  CLERK: { unit: 'FIN', roles: ['dealing_hand'], superior: 'OTHER', level: 4 },
} as const satisfies Record<string, { unit: Unit; roles: Role[]; superior?: string; level: number }>;

type Unit = 'EST' | 'FIN';
export type Marking = keyof typeof SECTION;

export interface NewPost {
  readonly marking?: string;
  readonly roles?: readonly Role[];
  readonly superior?: Actor | undefined;
  readonly unitId?: string;
  readonly level?: number;
  readonly capacity?: TenureKind;
  readonly auditedUnitIds?: readonly string[];
  readonly administeredUnitId?: string;
}

/** The ids of an office that has been written. */
export interface WrittenOffice {
  readonly id: string;
  readonly headId: string;
  readonly units: Readonly<Record<Unit, string>>;
}

/** An office of two sections that may number files, letters and receipts; nobody works there yet. */
export async function writeOffice(owner: Pool): Promise<WrittenOffice> {
  const office = { id: randomUUID(), headId: randomUUID(), units: { EST: randomUUID(), FIN: randomUUID() } };
  await owner.query(
    `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en, phone, email, demo)
     VALUES ($1, 'शिक्षा विभाग', 'Department of Education', 'लखनऊ', 'Lucknow', '0522-2222222', 'office@example.in', true)`,
    [office.id],
  );
  for (const [abbreviation, id] of Object.entries(office.units)) {
    await owner.query(
      `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, $3, 'अनुभाग', 'Section')`,
      [id, office.id, abbreviation],
    );
  }
  await owner.query(
    `INSERT INTO number_head (id, organisation_id, basic, "primary", secondary, title_hi, title_en)
     VALUES ($1, $2, 'A', '11', '11', 'स्थापना', 'Establishment')`,
    [office.headId, office.id],
  );
  await owner.query(
    `INSERT INTO number_scheme (organisation_id, kind, template, period) VALUES
       ($1, 'file', '{basic}-{primary}0{secondary}/{serial}/{year}-{unit}', 'calendar'),
       ($1, 'diary', '{serial}/{year}', 'calendar'), ($1, 'issue', '{serial}/{unit}-{year}', 'financial')`,
    [office.id],
  );
  return office;
}

/** A person on each post of the section. */
export async function writeSection(owner: Pool, office: WrittenOffice): Promise<Map<Marking, Actor>> {
  const actors = new Map<Marking, Actor>();
  for (const marking of Object.keys(SECTION) as Marking[]) {
    const post: { unit: Unit; roles: readonly Role[]; superior?: Marking; level: number } = SECTION[marking];
    const { roles, level, superior } = post;
    const unitId = office.units[post.unit];
    const above = superior && actors.get(superior);
    actors.set(marking, await writeActor(owner, office, { marking, roles, level, unitId, superior: above }));
  }
  return actors;
}

let markings = 0;
/** One that no other post of the suite has. */
const newMarking = (): string => `P${String(++markings).padStart(6, '0')}(EST)`;

/** A person on a new post of the office, ready to act under the rules of every area. */
export async function writeActor(owner: Pool, office: WrittenOffice, wanted: NewPost): Promise<Actor> {
  const postId = randomUUID();
  const { marking = newMarking(), roles = ['officer'], level = 5, capacity = 'regular' } = wanted;
  const { auditedUnitIds = [], administeredUnitId = null } = wanted;
  const unitId = wanted.unitId ?? office.units.EST;
  const superiorPostId = wanted.superior?.postId ?? null;
  const designation = { hi: `${marking} पद`, en: `${marking} post` };
  const name = { hi: `${marking} अधिकारी`, en: `${marking} person` };
  await owner.query(
    `INSERT INTO post (id, organisation_id, unit_id, marking, designation_hi, designation_en, level, superior_post_id, roles,
       audited_unit_ids, administered_unit_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      postId,
      office.id,
      unitId,
      marking,
      designation.hi,
      designation.en,
      level,
      superiorPostId,
      roles,
      auditedUnitIds,
      administeredUnitId,
    ],
  );
  const userId = await writePerson(owner, office, { name, postId, capacity });
  const post = {
    id: postId,
    organisationId: office.id,
    unitId,
    marking,
    designation,
    superiorPostId,
    roles,
    auditedUnitIds,
  };
  const ability = defineAbility(post, AREA_RULES);
  return { organisationId: office.id, userId, postId, capacity, name, post, ability };
}

/** A second person on the post, who acts from it for its holder. */
export async function writeLinkOfficer(owner: Pool, office: WrittenOffice, holder: Actor, days?: Days): Promise<Actor> {
  const name = { hi: `${holder.name.hi} के स्थान पर`, en: `Link officer of ${holder.name.en}` };
  const { postId } = holder;
  const userId = await writePerson(owner, office, { name, postId, capacity: 'link' }, days);
  return { ...holder, userId, name, capacity: 'link' };
}

/** Who acts for whoever held the post before, and still may beside the holder, who joined after that began. */
export async function writeLinkOfficerOfLast(owner: Pool, office: WrittenOffice, holder: Actor): Promise<Actor> {
  const name = { hi: `${holder.name.hi} के पूर्व`, en: `Before ${holder.name.en}` };
  const last = { name, postId: holder.postId, capacity: 'regular' } as const;
  await writePerson(owner, office, last, { fromOn: '2019-01-01', untilOn: '2019-12-31' });
  return writeLinkOfficer(owner, office, holder, { fromOn: '2019-12-31', untilOn: null });
}

/** The personal assistant of whoever holds the post. */
export async function writeAssistant(owner: Pool, office: WrittenOffice, officer: Actor): Promise<Actor> {
  const name = { hi: `${officer.name.hi} के सहायक`, en: `Assistant of ${officer.name.en}` };
  const { postId } = officer;
  const userId = await writePerson(owner, office, { name, postId, capacity: 'assistant' });
  const post = { ...officer.post, roles: [] };
  return { ...officer, userId, name, capacity: 'assistant', post, ability: defineAbility(post, ASSISTANT_RULES) };
}

interface Days {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Somebody who has held the post in that capacity, since 2020 unless told otherwise; answers the person's id. */
async function writePerson(
  owner: Pool,
  office: WrittenOffice,
  { name, postId, capacity }: Pick<Actor, 'name' | 'postId' | 'capacity'>,
  { fromOn, untilOn }: Days = { fromOn: '2020-01-01', untilOn: null },
): Promise<string> {
  const userId = randomUUID();
  await owner.query(
    `INSERT INTO office_user (id, organisation_id, username, name_hi, name_en) VALUES ($1, $2, $3, $4, $5)`,
    [userId, office.id, `u${userId.slice(0, 8)}`, name.hi, name.en],
  );
  await owner.query(
    `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, until_on)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [office.id, userId, postId, capacity, fromOn, untilOn],
  );
  return userId;
}
