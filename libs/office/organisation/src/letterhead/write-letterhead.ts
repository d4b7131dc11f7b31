import { OfficeLetterhead, type SetLetterhead } from '@patravali/contract';
import { projection, select, type SqlRunner, type Transaction } from '@patravali/database';

const LETTERHEAD = projection(OfficeLetterhead, {
  layout: 'office.letter_layout',
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

export async function writeLetterhead(tx: Transaction, { layout, place }: SetLetterhead): Promise<void> {
  await tx.execute('UPDATE organisation SET letter_layout = $2, place_hi = $3, place_en = $4 WHERE id = $1', [
    tx.by.organisationId,
    layout,
    place?.hi ?? null,
    place?.en ?? null,
  ]);
}
