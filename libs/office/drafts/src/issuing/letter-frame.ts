import { Bilingual, type DraftContent, FileRow, UnitRef } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { FILE_ROW, FILES } from '@patravali/files';
import { Letterhead, letterheadOf, Signatory, signatoryOf, unitRef, urgencyName } from '@patravali/organisation';
import { z } from 'zod';
import type { LetterData, LetterIssuer } from '../letter/letter-data';

/** What a letter takes from the office and its file, not from its draft. */
const LetterFrame = projection(
  z.object({
    letterhead: Letterhead,
    fileNumber: FileRow.shape.number,
    urgency: FileRow.shape.urgency,
    /** What the office calls it, where it does so otherwise than the manual. */
    urgencyName: Bilingual.nullable(),
    unit: UnitRef,
    signatory: Signatory,
  }),
  {
    letterhead: letterheadOf('f.organisation_id', 'f.unit_id'),
    fileNumber: FILE_ROW.expressions.number,
    urgency: FILE_ROW.expressions.urgency,
    urgencyName: urgencyName('f.organisation_id', FILE_ROW.expressions.urgency),
    unit: unitRef('f.unit_id'),
    signatory: signatoryOf('f.organisation_id', '$3'),
  },
);
export type LetterFrame = z.output<typeof LetterFrame.row>;

/** One statement. @throws Error when the file or the post is not there; the caller has made sure of both. */
export async function letterFrame(
  database: SqlRunner,
  organisationId: string,
  { fileId, signatoryPostId }: { fileId: string; signatoryPostId: string },
): Promise<LetterFrame> {
  const [frame] = await select(
    database,
    LetterFrame.row,
    `SELECT ${LetterFrame.columns} FROM ${FILES} WHERE f.organisation_id = $1 AND f.id = $2`,
    [organisationId, fileId, signatoryPostId],
  );
  if (!frame) throw new Error(`No letter can be written on the file ${fileId} for the post ${signatoryPostId}`);
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

/** The letter ready to be set; without `issuing` it is marked as a draft. */
export function letterData(content: DraftContent, frame: LetterFrame, issuing?: Issuing): LetterData {
  const { fileNumber, urgency, urgencyName: officeName, signatory } = frame;
  const { demo: specimen, layout, ...letterhead } = frame.letterhead;
  return {
    ...content,
    ...{ layout, letterhead, fileNumber, urgency, urgencyName: officeName, specimen },
    number: issuing?.number ?? null,
    date: issuing?.day ?? null,
    genuine: issuing?.genuine ?? null,
    signatory: {
      name: signatory.holder?.name ?? null,
      designation: signatory.designation,
      isFor: signatory.holder?.capacity === 'link',
      phone: signatory.phone,
      email: signatory.email,
      signedAt: issuing?.signedAt.toISOString() ?? null,
    },
    issuer: issuing?.issuer ? { ...issuing.issuer, approvedAt: issuing.issuer.approvedAt.toISOString() } : null,
  };
}
