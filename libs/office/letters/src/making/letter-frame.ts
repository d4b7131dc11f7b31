import { Bilingual, Day, type DraftContent, FileRow, LETTER_FORMS, UnitRef } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { FILE_NUMBER_HI, FILE_ROW, FILES } from '@patravali/files';
import {
  Letterhead,
  letterheadOf,
  LetterLook,
  letterLookOf,
  Signatory,
  signatoryOf,
  signedForms,
  unitAbbreviationHi,
  unitRef,
  urgencyName,
} from '@patravali/organisation';
import { z } from 'zod';
import { coSignatoriesOf } from './signature-mode';

/** What a letter takes from the office and its file, not from its draft. */
const LetterFrame = projection(
  z.object({
    letterhead: Letterhead,
    look: LetterLook,
    fileNumber: FileRow.shape.number,
    /** As it is read in Hindi, where otherwise. */
    fileNumberHi: z.string().nullable(),
    fileSubject: FileRow.shape.subject,
    today: Day,
    urgency: FileRow.shape.urgency,
    /** What the office calls it, where it does so otherwise than the manual. */
    urgencyName: Bilingual.nullable(),
    unit: UnitRef,
    /** Its abbreviation in Hindi, where it has one. */
    unitHi: z.string().nullable(),
    signatory: Signatory,
    /** Who signs after him, in turn. */
    coSignatories: z.array(Signatory),
    /** The forms of letters that officers sign in this office. */
    signedForms: z.array(z.enum(LETTER_FORMS)),
  }),
  {
    letterhead: letterheadOf('f.organisation_id', 'f.unit_id'),
    look: letterLookOf('f.organisation_id'),
    fileNumber: FILE_ROW.expressions.number,
    fileNumberHi: FILE_NUMBER_HI,
    fileSubject: FILE_ROW.expressions.subject,
    today: 'india_today()',
    urgency: FILE_ROW.expressions.urgency,
    urgencyName: urgencyName('f.organisation_id', FILE_ROW.expressions.urgency),
    unit: unitRef('f.unit_id'),
    unitHi: unitAbbreviationHi('f.unit_id'),
    signatory: signatoryOf('f.organisation_id', '$3'),
    coSignatories: `(SELECT COALESCE(jsonb_agg(${signatoryOf('f.organisation_id', 'named.post')} ORDER BY named.place), '[]')
      FROM unnest($4::uuid[]) WITH ORDINALITY AS named (post, place))`,
    signedForms: signedForms('f.organisation_id'),
  },
);
export type LetterFrame = z.output<typeof LetterFrame.row>;

/** One statement. @throws Error when the file or the post is not there; the caller has made sure of both. */
export async function letterFrame(
  database: SqlRunner,
  organisationId: string,
  fileId: string,
  content: Pick<DraftContent, 'signatoryPostId' | 'coSignatoryPostIds'>,
): Promise<LetterFrame> {
  const [frame] = await select(
    database,
    LetterFrame.row,
    `SELECT ${LetterFrame.columns} FROM ${FILES} WHERE f.organisation_id = $1 AND f.id = $2`,
    [organisationId, fileId, content.signatoryPostId, coSignatoriesOf(content)],
  );
  if (!frame) throw new Error(`No letter can be written on the file ${fileId} for the post ${content.signatoryPostId}`);
  return frame;
}
