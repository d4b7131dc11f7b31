import type { Bilingual, DraftContent, Urgency } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import type { Letterhead, LetterData } from './letter/letter-data';

/** What a letter takes from the office and its file, not from its draft. */
export interface LetterFrame {
  readonly letterhead: Letterhead;
  readonly fileNumber: string;
  readonly urgency: Urgency;
  /** The letter of an office that does not exist is marked as a specimen. */
  readonly specimen: boolean;
  readonly unit: { readonly id: string; readonly abbreviation: string };
  readonly signatory: {
    readonly marking: string;
    readonly designation: Bilingual;
    /** Who holds the post today: a link officer before the regular holder; null when it is vacant. */
    readonly holder: { readonly userId: string; readonly name: Bilingual } | null;
  };
}

/** One statement. @throws Error when the file or the post is not there; the caller has made sure of both. */
export async function letterFrame(
  database: Pick<Transaction, 'query'>,
  organisationId: string,
  { fileId, signatoryPostId }: { fileId: string; signatoryPostId: string },
): Promise<LetterFrame> {
  const [found] = await database.query<{ frame: LetterFrame }>(
    `SELECT jsonb_build_object(
       'letterhead', jsonb_build_object('name', jsonb_build_object('hi', o.name_hi, 'en', o.name_en),
         'unit', jsonb_build_object('hi', u.name_hi, 'en', u.name_en),
         'address', jsonb_build_object('hi', o.address_hi, 'en', o.address_en), 'phone', o.phone, 'email', o.email),
       'fileNumber', f.number, 'urgency', c.urgency, 'specimen', o.demo,
       'unit', jsonb_build_object('id', u.id, 'abbreviation', u.abbreviation),
       'signatory', jsonb_build_object('marking', p.marking,
         'designation', jsonb_build_object('hi', p.designation_hi, 'en', p.designation_en),
         'holder', (SELECT jsonb_build_object('userId', w.id, 'name', jsonb_build_object('hi', w.name_hi, 'en', w.name_en))
           FROM tenure t JOIN office_user w ON w.id = t.user_id
           WHERE t.organisation_id = o.id AND t.post_id = p.id
             AND t.from_on <= india_today() AND (t.until_on IS NULL OR t.until_on >= india_today())
           ORDER BY array_position(ARRAY['link', 'regular', 'additional'], t.kind) LIMIT 1))) AS frame
     FROM organisation o JOIN office_file f ON f.organisation_id = o.id JOIN file_custody c ON c.file_id = f.id
       JOIN unit u ON u.id = f.unit_id JOIN post p ON p.organisation_id = o.id
     WHERE o.id = $1 AND f.id = $2 AND p.id = $3`,
    [organisationId, fileId, signatoryPostId],
  );
  if (!found) throw new Error(`No letter can be written on the file ${fileId} for the post ${signatoryPostId}`);
  return found.frame;
}

/** What is drawn when a letter is issued; nothing of it is there on a preview. */
export interface Issuing {
  readonly number: string;
  /** `YYYY-MM-DD`, in India. */
  readonly day: string;
  readonly signedAt: Date;
}

/** The letter ready to be set; without `issuing` it is marked as a draft. */
export function letterData(content: DraftContent, frame: LetterFrame, issuing?: Issuing): LetterData {
  const { letterhead, fileNumber, urgency, specimen, signatory } = frame;
  return {
    ...content,
    ...{ letterhead, fileNumber, urgency, specimen },
    number: issuing?.number ?? null,
    date: issuing?.day ?? null,
    signatory: {
      name: signatory.holder?.name ?? { hi: '', en: '' },
      designation: signatory.designation,
      signedAt: issuing?.signedAt.toISOString() ?? null,
    },
  };
}
