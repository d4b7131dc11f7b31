import { Bilingual, FileRow, LETTER_LAYOUTS } from '@patravali/contract';
import { Letterhead, LetterLook, Signatory } from '@patravali/organisation';
import { z } from 'zod';
import type { LetterFrame } from './letter-frame';

/** What many letters have in common: kept once for all of them. */
export const ApprovedLetterhead = z.object({
  layout: z.enum(LETTER_LAYOUTS),
  letterhead: Letterhead.omit({ layout: true, demo: true }),
  look: LetterLook,
  specimen: Letterhead.shape.demo,
});

/** What a letter of this file and these posts looks like besides. */
export const OwnLook = z.object({
  fileNumber: FileRow.shape.number,
  /** As it is read in Hindi, where otherwise. */
  fileNumberHi: z.string().optional(),
  urgency: FileRow.shape.urgency,
  urgencyName: Bilingual.nullable(),
  signatory: Signatory.pick({ designation: true, phone: true, email: true }),
  coSignatories: z.array(Signatory.pick({ designation: true })),
});

/**
 * All that a letter is set with beside its text, but what issuing brings: its number and date, and the names of those who sign it. It
 * has the shape that it has in the letter, which the database compares with it.
 */
export const FixedLook = ApprovedLetterhead.extend(OwnLook.shape);
export type FixedLook = z.infer<typeof FixedLook>;

/** That of a letter which would be approved now. */
export function lookNow(frame: LetterFrame): FixedLook {
  const { demo: specimen, layout, ...letterhead } = frame.letterhead;
  const { look, fileNumber, fileNumberHi, urgency, urgencyName, signatory, coSignatories } = frame;
  const { designation, phone, email } = signatory;
  return {
    layout,
    letterhead,
    look,
    specimen,
    fileNumber,
    ...(fileNumberHi !== null && { fileNumberHi }),
    urgency,
    urgencyName,
    signatory: { designation, phone, email },
    coSignatories: coSignatories.map((each) => ({ designation: each.designation })),
  };
}
