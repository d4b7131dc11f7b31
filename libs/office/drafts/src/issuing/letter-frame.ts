import { Bilingual, Day, type DraftContent, FileRow, LETTER_FORMS, UnitRef } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { FILE_ROW, FILES } from '@patravali/files';
import {
  Letterhead,
  letterheadOf,
  LetterLook,
  letterLookOf,
  Signatory,
  signatoryOf,
  signedForms,
  unitRef,
  urgencyName,
} from '@patravali/organisation';
import { z } from 'zod';
import type { LetterData, LetterIssuer } from '../letter/letter-data';
import { certifiedAs, coSignatoriesOf } from './certifying';

/** What a letter takes from the office and its file, not from its draft. */
const LetterFrame = projection(
  z.object({
    letterhead: Letterhead,
    look: LetterLook,
    fileNumber: FileRow.shape.number,
    fileSubject: FileRow.shape.subject,
    today: Day,
    urgency: FileRow.shape.urgency,
    /** What the office calls it, where it does so otherwise than the manual. */
    urgencyName: Bilingual.nullable(),
    unit: UnitRef,
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
    fileSubject: FILE_ROW.expressions.subject,
    today: 'india_today()',
    urgency: FILE_ROW.expressions.urgency,
    urgencyName: urgencyName('f.organisation_id', FILE_ROW.expressions.urgency),
    unit: unitRef('f.unit_id'),
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

/** What is drawn when a letter is issued; nothing of it is there on a preview. */
export interface Issuing {
  readonly number: string;
  /** With which anybody checks it, and where. */
  readonly genuine: NonNullable<LetterData['genuine']>;
  /** `YYYY-MM-DD`, in India. */
  readonly day: string;
  readonly signedAt: Date;
  /** Who issues what the signatory approved before; null when the signatory issues it himself. */
  readonly issuer: (Pick<LetterIssuer, 'name' | 'designation'> & { readonly approvedAt: Date }) | null;
}

const signatoryAs = ({ holder, designation }: Signatory) => ({
  name: holder?.name ?? null,
  designation,
  isFor: holder?.capacity === 'link',
});

/** The letter ready to be set; without `issuing` it is marked as a draft. */
export function letterData(content: DraftContent, frame: LetterFrame, issuing?: Issuing): LetterData {
  const { fileNumber, urgency, urgencyName: officeName, signatory, coSignatories } = frame;
  // Whatever is issued for the signatory is sealed.
  const certified = issuing?.issuer ? 'sealed' : certifiedAs(content, frame.signedForms);
  const { demo: specimen, layout, ...letterhead } = frame.letterhead;
  return {
    ...content,
    ...{ layout, letterhead, look: frame.look, fileNumber, urgency, urgencyName: officeName, specimen },
    number: issuing?.number ?? null,
    date: issuing?.day ?? null,
    genuine: issuing?.genuine ?? null,
    certified,
    coSignatories: coSignatories.map(signatoryAs),
    signatory: {
      ...signatoryAs(signatory),
      phone: signatory.phone,
      email: signatory.email,
      signedAt: issuing?.signedAt.toISOString() ?? null,
    },
    issuer: issuing?.issuer ? { ...issuing.issuer, approvedAt: issuing.issuer.approvedAt.toISOString() } : null,
  };
}
