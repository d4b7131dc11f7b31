import { Bilingual, Day, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { WITHDRAWAL_KINDS } from '../../correspondence/contract/correspondence';
import { REVOCATION_CHECKS } from '../../signing/contract/signing-keys';
import { LETTER_FORMS } from './letter-forms';

/** The code as somebody has typed it, and the SHA-256 of a PDF that is said to be the letter. */
export const CheckGenuine = z.strictObject({
  code: z.string().min(1).max(100),
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/i)
    .optional(),
});
export type CheckGenuine = z.infer<typeof CheckGenuine>;

export const LETTER_STANDINGS = ['in_force', ...WITHDRAWAL_KINDS] as const;
export type LetterStanding = (typeof LETTER_STANDINGS)[number];

/** What the office confirms of a letter to anybody who has its code, and nothing else. */
export const GenuineLetter = z
  .object({
    number: z.string(),
    /** The date of the letter. */
    issuedOn: Day,
    office: Bilingual,
    /** The letter of an office that does not exist. */
    specimen: z.boolean(),
    /** Sealed with a key that the office had made for its trials: no authority stands behind it. */
    trial: z.boolean(),
    form: z.enum(LETTER_FORMS),
    /** Who has signed it, in turn; nobody where the office sealed it. */
    signatures: z.array(
      z.object({
        name: Bilingual,
        /** The name in the certificate, where it is another: this is what a reader of PDFs shows. */
        certificateName: z.string().nullable(),
        revocation: z.enum(REVOCATION_CHECKS).nullable(),
      }),
    ),
    /** Whether the certificate of the seal was checked; null where officers signed it, and of letters from before. */
    sealRevocation: z.enum(REVOCATION_CHECKS).nullable(),
    /** Of each addressee the first letters of the words of the name. */
    addressees: z.array(z.string()),
    standing: z.enum(LETTER_STANDINGS),
    /** The day in India on which it was revoked or superseded. */
    withdrawnOn: Day.nullable(),
    /** The number of the letter that has taken its place. */
    laterNumber: z.string().nullable(),
    /** Whether the bytes are those that the office has signed; null when nothing was compared. */
    same: z.boolean().nullable(),
  })
  .meta({ id: 'GenuineLetter' });
export type GenuineLetter = z.infer<typeof GenuineLetter>;

export const genuineOperations = {
  checkGenuine: operation('GET', '/genuine', {
    summary: 'Check by its code whether a letter is genuine',
    query: CheckGenuine,
    answer: GenuineLetter,
    access: 'public',
    perMinute: 60,
    refuses: ['code-unknown'],
  }),
};
