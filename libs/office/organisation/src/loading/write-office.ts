import { layoutOfState, USUAL_DESK_LIMIT } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { NUMBERED_KINDS, setNumberScheme } from '@patravali/numbering';
import { z } from 'zod';
import { declareDays, replaceRestDays, USUAL_REST_DAYS } from '../calendar/write-calendar';
import { writeCaseCategory } from '../channel/write-case-category';
import { writeLook } from '../letterhead/write-letterhead';
import { writeDraftTemplate } from '../templates/write-draft-template';
import { writeUrgencies } from '../urgencies/write-urgencies';
import { Post, Unit } from '../organisation/organisation.entities';
import { upsert, type Upserted } from '../organisation/upsert';
import type { OfficeDescription } from './office-description';
import type { OfficeParts } from './office-parts';
import { renameKnown } from './renames';
import { setSuperiors } from './set-superiors';
import { upsertTenures } from './upsert-tenures';

/** Of which kind a row is that a description names. */
export type RowKind =
  | 'organisation'
  | 'calendar'
  | 'urgencies'
  | 'unit'
  | 'post'
  | 'numberScheme'
  | 'numberHead'
  | 'person'
  | 'tenure'
  | 'category'
  | 'template'
  | 'phrases';

/** A row that is made, changed, ended, or bears another name from now on. */
export interface WrittenRow {
  readonly kind: RowKind;
  /** As the description calls it; empty for what has no name. */
  readonly name: string;
  readonly outcome: 'added' | 'changed' | 'ended' | 'renamed';
}

export interface Written {
  readonly added: number;
  readonly changed: number;
  readonly rows: readonly WrittenRow[];
  /** User names of those who were not known before. */
  readonly newPeople: readonly string[];
}

/** Writes a description that has no mistakes. What hangs on another row is set when all rows are there. */
export async function writeOffice(tx: Transaction, office: OfficeDescription, parts: OfficeParts): Promise<Written> {
  const rows: WrittenRow[] = [];
  const note = (kind: RowKind, name: string, outcomes: readonly Upserted[]) => {
    for (const outcome of outcomes) if (outcome !== 'same') rows.push({ kind, name, outcome });
  };
  const organisation = await upsertOrganisation(tx, office.organisation);
  const { keptLanguages, letterheadLanguages: languages, letterheadColour: colour, emblem, name } = office.organisation;
  const isNewLook = await writeLook(tx, { keptLanguages, languages, colour, emblem });
  note('organisation', name.en, [isNewLook && organisation === 'same' ? 'changed' : organisation]);
  const restDays = office.restDays ?? (organisation === 'added' ? USUAL_REST_DAYS : undefined);
  if (restDays) note('calendar', '', [await replaceRestDays(tx, restDays)]);
  note('calendar', '', await declareDays(tx, office.declaredDays));
  note('urgencies', '', await writeUrgencies(tx, office.urgencies));
  const renamed = await renameKnown(tx, office);
  rows.push(...renamed.map((row) => ({ ...row, outcome: 'renamed' as const })));
  for (const { abbreviation, abbreviationHi = null, name } of office.units) {
    const unit = { abbreviation, abbreviation_hi: abbreviationHi, name_hi: name.hi, name_en: name.en };
    note('unit', abbreviation, [await upsert(tx, 'unit', unit)]);
  }
  for (const post of office.posts) note('post', post.marking, [await upsertPost(tx, post)]);
  for (const kind of NUMBERED_KINDS) {
    note('numberScheme', kind, [await setNumberScheme(tx, kind, office.numberSchemes[kind])]);
  }
  for (const { basic, basicHi = null, primary, secondary, tertiary = null, title } of office.numberHeads) {
    const head = { basic, basic_hi: basicHi, primary, secondary, tertiary, title_hi: title.hi, title_en: title.en };
    const name = [basic, primary, secondary, tertiary ?? ''].join(' ').trim();
    note('numberHead', name, [await upsert(tx, 'number_head', head)]);
  }
  for (const { username, name, shows, email } of office.people) {
    const person = { username, name_hi: name.hi, name_en: name.en, demo: office.organisation.demo };
    const shown = { shows_hi: shows?.hi ?? null, shows_en: shows?.en ?? null, email: email ?? null };
    note('person', username, [await upsert(tx, 'office_user', { ...person, ...shown })]);
  }
  const isNew = new Set(rows.flatMap(({ kind, name, outcome }) => (outcome === 'added' ? [`${kind} ${name}`] : [])));
  for (const { kind, name } of await setSuperiors(tx, office)) {
    if (!isNew.has(`${kind} ${name}`)) note(kind, name, ['changed']);
  }
  rows.push(...(await upsertTenures(tx, office.tenures)));
  for (const category of office.caseCategories) note('category', category.code, await writeCategory(tx, category));
  for (const template of office.draftTemplates) note('template', template.code, [await writeTemplate(tx, template)]);
  note('phrases', '', await parts.write(tx, office));
  const added = rows.filter(({ outcome }) => outcome === 'added');
  const newPeople = added.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  return { added: added.length, changed: rows.length - added.length, rows, newPeople };
}

/** As it says, or as its state does once it says where it is. */
const LAYOUT = `COALESCE($10, CASE WHEN known.state IS DISTINCT FROM COALESCE($15, known.state) THEN $16 ELSE known.letter_layout END)`;

async function upsertOrganisation(tx: Transaction, office: OfficeDescription['organisation']): Promise<Upserted> {
  const { name, address, phone = null, email = null, demo, deskLimitDays = null, place } = office;
  const { letterLayout = null, signedForms = null, signedNotes = null, state = null } = office;
  const [outcome] = await tx.select(
    z.object({ added: z.boolean() }),
    `INSERT INTO organisation AS known (id, name_hi, name_en, address_hi, address_en, phone, email, demo,
       desk_limit_days, letter_layout, place_hi, place_en, signed_forms, signed_notes, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, COALESCE($9::smallint, ${USUAL_DESK_LIMIT}),
       COALESCE($10, $16), $11, $12, COALESCE($13::text[], '{}'), COALESCE($14, false), $15)
     ON CONFLICT (id) DO UPDATE SET name_hi = $2, address_hi = $4, address_en = $5, phone = $6, email = $7,
       desk_limit_days = COALESCE($9::smallint, known.desk_limit_days),
       letter_layout = ${LAYOUT}, state = COALESCE($15, known.state),
       place_hi = COALESCE($11, known.place_hi), place_en = COALESCE($12, known.place_en),
       signed_forms = COALESCE($13::text[], known.signed_forms), signed_notes = COALESCE($14, known.signed_notes)
     WHERE (known.name_hi, known.address_hi, known.address_en, known.phone, known.email, known.desk_limit_days,
         known.letter_layout, known.place_hi, known.place_en, known.signed_forms, known.signed_notes, known.state)
       IS DISTINCT FROM ($2, $4, $5, $6, $7, COALESCE($9::smallint, known.desk_limit_days),
         ${LAYOUT}, COALESCE($11, known.place_hi), COALESCE($12, known.place_en),
         COALESCE($13::text[], known.signed_forms), COALESCE($14, known.signed_notes), COALESCE($15, known.state))
     RETURNING xmax = 0 AS added`,
    [
      tx.by.organisationId,
      name.hi,
      name.en,
      address.hi,
      address.en,
      phone,
      email,
      demo,
      deskLimitDays,
      letterLayout,
      place?.hi ?? null,
      place?.en ?? null,
      signedForms,
      signedNotes,
      state,
      layoutOfState(state),
    ],
  );
  if (!outcome) return 'same';
  return outcome.added ? 'added' : 'changed';
}

async function upsertPost(tx: Transaction, post: OfficeDescription['posts'][number]): Promise<Upserted> {
  const {
    marking,
    markingHi = null,
    informationRole = null,
    designation,
    level,
    roles,
    audits,
    unit,
    phone = null,
    email = null,
  } = post;
  const row = await tx.find(Unit, { abbreviation: unit });
  const [hi, en] = [designation.hi, designation.en];
  const designated = { designation_hi: hi, designation_en: en };
  const audited: string[] = [];
  for (const abbreviation of audits) audited.push((await tx.find(Unit, { abbreviation }))?.id ?? '');
  const held = { level, roles, audited_unit_ids: [...new Set(audited)].sort(), administered_unit_id: null };
  return upsert(tx, 'post', {
    marking,
    marking_hi: markingHi,
    information_role: informationRole,
    unit_id: row?.id,
    ...designated,
    ...held,
    phone,
    email,
  });
}

async function writeCategory(
  tx: Transaction,
  { code, name, unit, powers }: OfficeDescription['caseCategories'][number],
): Promise<readonly Upserted[]> {
  const unitId = unit === undefined ? null : ((await tx.find(Unit, { abbreviation: unit }))?.id ?? null);
  const toWrite = [];
  for (const { from, levels, final, reason } of powers) {
    const post = final === undefined ? null : await tx.find(Post, { marking: final });
    toWrite.push({ fromOn: from, levels, finalPostId: post?.id ?? null, reason });
  }
  return (await writeCaseCategory(tx, { code, name, unitId, powers: toWrite })).outcomes;
}

async function writeTemplate(
  tx: Transaction,
  template: OfficeDescription['draftTemplates'][number],
): Promise<Upserted> {
  const { unit, subject, salutation, body, english, series = null, ...others } = template;
  const { addressees, copyTo, enclosures, ...rest } = others;
  const unitId = unit === undefined ? null : ((await tx.find(Unit, { abbreviation: unit }))?.id ?? null);
  const parties = { ...(addressees && { addressees }), ...(copyTo && { copyTo }), ...(enclosures && { enclosures }) };
  const content = { subject, salutation, body, ...parties, ...(english && { english }) };
  return writeDraftTemplate(tx, { ...rest, unitId, content, series });
}
