import type { Transaction } from '@patravali/database';
import type { OfficeDescription } from './office-description';
import { placeAbove } from './place-above';
import { type Put, putRow } from './put-row';
import { putTenures } from './put-tenures';

export interface Written {
  readonly added: number;
  readonly changed: number;
  /** User names of those who were not known before. */
  readonly newPeople: readonly string[];
}

/** Writes a description that has no mistakes. What hangs on another row is set when all rows are there. */
export async function writeOffice(tx: Transaction, office: OfficeDescription): Promise<Written> {
  const puts: Put[] = [await putOrganisation(tx, office.organisation)];
  const newPeople: string[] = [];
  const isNew = new Set<string>();
  for (const { abbreviation, name } of office.units) {
    const put = await putRow(tx, 'unit', { abbreviation, name_hi: name.hi, name_en: name.en });
    if (put === 'added') isNew.add(`unit ${abbreviation}`);
    puts.push(put);
  }
  for (const post of office.posts) {
    const put = await putPost(tx, post);
    if (put === 'added') isNew.add(`post ${post.marking}`);
    puts.push(put);
  }
  for (const [kind, scheme] of Object.entries(office.numberSchemes)) {
    puts.push(await putRow(tx, 'number_scheme', { kind, ...scheme }));
  }
  for (const { basic, primary, secondary, tertiary = null, title } of office.numberHeads) {
    const head = { basic, primary, secondary, tertiary, title_hi: title.hi, title_en: title.en };
    puts.push(await putRow(tx, 'number_head', head));
  }
  for (const { username, name, shows } of office.people) {
    const person = { username, name_hi: name.hi, name_en: name.en, demo: office.organisation.demo };
    const put = await putRow(tx, 'office_user', {
      ...person,
      shows_hi: shows?.hi ?? null,
      shows_en: shows?.en ?? null,
    });
    if (put === 'added') newPeople.push(username);
    puts.push(put);
  }
  const moved = (await placeAbove(tx, office)).filter((name) => !isNew.has(name));
  puts.push(...moved.map((): Put => 'changed'), ...(await putTenures(tx, office.tenures)));
  const count = (kind: Put) => puts.filter((put) => put === kind).length;
  return { added: count('added'), changed: count('changed'), newPeople };
}

async function putOrganisation(tx: Transaction, office: OfficeDescription['organisation']): Promise<Put> {
  const { name, address, phone = null, email = null, demo } = office;
  const [put] = await tx.query<{ added: boolean }>(
    `INSERT INTO organisation AS known (id, name_hi, name_en, address_hi, address_en, phone, email, demo)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET name_hi = $2, address_hi = $4, address_en = $5, phone = $6, email = $7
     WHERE (known.name_hi, known.address_hi, known.address_en, known.phone, known.email)
       IS DISTINCT FROM ($2, $4, $5, $6, $7)
     RETURNING xmax = 0 AS added`,
    [tx.by.organisationId, name.hi, name.en, address.hi, address.en, phone, email, demo],
  );
  if (!put) return 'same';
  return put.added ? 'added' : 'changed';
}

async function putPost(tx: Transaction, post: OfficeDescription['posts'][number]): Promise<Put> {
  const { marking, designation, level, roles, unit } = post;
  const [row] = await tx.query<{ id: string }>('SELECT id FROM unit WHERE organisation_id = $1 AND abbreviation = $2', [
    tx.by.organisationId,
    unit,
  ]);
  const [hi, en] = [designation.hi, designation.en];
  return putRow(tx, 'post', { marking, unit_id: row?.id, designation_hi: hi, designation_en: en, level, roles });
}
