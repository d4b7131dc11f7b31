import { OfficeLetterhead, type SetLetterhead } from '@patravali/contract';
import { projection, select, type SqlRunner, type Transaction } from '@patravali/database';
import { z } from 'zod';
import { emblemKind } from './letter-look';

const LETTERHEAD = projection(OfficeLetterhead, {
  address: `json_build_object('hi', office.address_hi, 'en', office.address_en)`,
  phone: 'office.phone',
  email: 'office.email',
  layout: 'office.letter_layout',
  keptLanguages: 'office.kept_languages',
  languages: 'office.letterhead_languages',
  colour: 'office.letterhead_colour',
  emblem: emblemKind('office.emblem'),
  place: `CASE WHEN office.place_hi IS NOT NULL THEN json_build_object('hi', office.place_hi, 'en', office.place_en) END`,
});

/** How the letters of the office are laid out. */
export async function officeLetterhead(database: SqlRunner, organisationId: string): Promise<OfficeLetterhead> {
  const [letterhead] = await select(
    database,
    LETTERHEAD.row,
    `SELECT ${LETTERHEAD.columns} FROM organisation office WHERE office.id = $1`,
    [organisationId],
  );
  if (!letterhead) throw new Error(`There is no organisation ${organisationId}`);
  return letterhead;
}

export async function writeLetterhead(tx: Transaction, letterhead: SetLetterhead): Promise<void> {
  const { layout, place, address, phone, email, ...look } = letterhead;
  await tx.execute(
    `UPDATE organisation SET letter_layout = $2, place_hi = $3, place_en = $4,
       address_hi = COALESCE($5, address_hi), address_en = COALESCE($6, address_en),
       phone = CASE WHEN $7::boolean THEN $8 ELSE phone END, email = CASE WHEN $9::boolean THEN $10 ELSE email END
     WHERE id = $1`,
    [
      tx.by.organisationId,
      layout,
      place?.hi ?? null,
      place?.en ?? null,
      address?.hi ?? null,
      address?.en ?? null,
      phone !== undefined,
      phone ?? null,
      email !== undefined,
      email ?? null,
    ],
  );
  await writeLook(tx, look);
}

type Look = Pick<SetLetterhead, 'keptLanguages' | 'languages' | 'colour' | 'emblem'>;

/**
 * What is left out stays as it is, but that an office of one language heads its letters in that. @returns whether anything has
 * changed.
 */
export async function writeLook(tx: Transaction, { keptLanguages, languages, colour, emblem }: Look): Promise<boolean> {
  const [written] = await tx.select(
    z.object({ id: z.uuid() }),
    `UPDATE organisation known SET kept_languages = said.kept, letterhead_languages = said.languages,
       letterhead_colour = said.colour, emblem = said.emblem
     FROM (SELECT COALESCE($7, o.kept_languages) AS kept,
         COALESCE(NULLIF(COALESCE($7, o.kept_languages), 'bilingual'), $2, o.letterhead_languages) AS languages,
         CASE WHEN $3::boolean THEN $4 ELSE o.letterhead_colour END AS colour,
         CASE WHEN $5::boolean THEN $6 ELSE o.emblem END AS emblem FROM organisation o WHERE o.id = $1) said
     WHERE known.id = $1 AND (known.kept_languages, known.letterhead_languages, known.letterhead_colour, known.emblem)
       IS DISTINCT FROM (said.kept, said.languages, said.colour, said.emblem) RETURNING known.id`,
    [
      tx.by.organisationId,
      languages ?? null,
      colour !== undefined,
      colour ?? null,
      emblem !== undefined,
      emblem ?? null,
      keptLanguages ?? null,
    ],
  );
  return written !== undefined;
}
