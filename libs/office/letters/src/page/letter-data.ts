import type {
  Addressee,
  Annexure,
  Bilingual,
  EnclosedDocument,
  EnglishText,
  LetterForm,
  LetterLanguage,
  LetterLayout,
  StructuredText,
  Urgency,
} from '@patravali/contract';
import type { LetterLook } from '@patravali/organisation';

/** Who writes: printed at the top of every letter in the languages of its look, whatever language the letter is in. */
export interface Letterhead {
  /** The organisation. */
  readonly name: Bilingual;
  /** The section or branch that writes, when it is not the whole office. */
  readonly unit: Bilingual | null;
  readonly address: Bilingual;
  /** Stands before the date. */
  readonly place?: Bilingual | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface Signatory {
  /** Null on the preview of a letter whose signing post is vacant. */
  readonly name: Bilingual | null;
  readonly designation: Bilingual;
  /** A link officer signs for the post: कृते. */
  readonly isFor: boolean;
  /** Of the post: the lower the number, the higher it stands. */
  readonly level?: number;
  /** The name in the certificate with which the person signs, where it is another. */
  readonly certificateName?: string | undefined;
  /** Where the holder of the post is reached. */
  readonly phone?: string | null;
  readonly email?: string | null;
  /** The instant at which it is being signed, ISO 8601; null on a preview. Printed, because the signature itself is invisible. */
  readonly signedAt: string | null;
}

/** Who signs beside the signatory. */
export type CoSignatory = Pick<Signatory, 'name' | 'designation' | 'isFor' | 'certificateName' | 'level'>;

/** Who issues a letter that the signatory has approved: he signs it digitally, and it says so. */
export interface LetterIssuer {
  readonly name: Bilingual;
  readonly designation: Bilingual;
  /** When the signatory approved it, ISO 8601. */
  readonly approvedAt: string;
}

/**
 * One letter of any form, ready to be set. It is kept from the moment when its number is drawn until it is made; what may be left
 * out came later than the first letters.
 */
export interface LetterData {
  readonly language: LetterLanguage;
  readonly form: LetterForm;
  /** That of the Centre where it is left out. */
  readonly layout?: LetterLayout;
  readonly letterhead: Letterhead;
  /** Both languages in black and no emblem where it is left out. */
  readonly look?: LetterLook;
  /** The issue number. Null as long as it is a draft, which is then marked आलेख / DRAFT at the top centre. */
  readonly number: string | null;
  /** As it is read in Hindi, where otherwise. */
  readonly numberHi?: string;
  /** That of the copies under it, `26(1)/…`; letters numbered before there was one bear theirs twice. */
  readonly copiesNumber?: { readonly number: string; readonly numberHi?: string };
  /** The day of issue in India, `YYYY-MM-DD`; null on a draft. */
  readonly date: string | null;
  readonly fileNumber: string;
  /** As it is read in Hindi, where otherwise. */
  readonly fileNumberHi?: string | undefined;
  /** "Your letter No. … dated …". */
  readonly reference: { readonly number: string; readonly date: string | null } | null;
  readonly addressees: readonly Addressee[];
  readonly subject: string;
  /** Null for the usual one. Where the form has none, whatever stands here is not printed. */
  readonly salutation: string | null;
  readonly body: StructuredText;
  /** The text in English of a letter in both languages; without it there is one text, in a frame in both. */
  readonly english?: EnglishText | undefined;
  readonly attention?: string | undefined;
  readonly publication?: string | undefined;
  readonly present?: readonly string[] | undefined;
  readonly reminder?: number | undefined;
  readonly annexures?: readonly Annexure[] | undefined;
  /** Documents of the file that go with it. */
  readonly enclosedDocuments?: readonly EnclosedDocument[] | undefined;
  readonly enclosures: readonly string[];
  readonly copyTo: readonly Addressee[];
  readonly signatory: Signatory;
  /** Null when the signatory issues it himself. */
  readonly issuer: LetterIssuer | null;
  /** Sealed by the office, or signed by its officers; letters numbered before there was a choice do not say. */
  readonly certified?: 'sealed' | 'signed';
  /** An addressee's own copy of a letter that officers signed: their signatures are on the copy of the office. */
  readonly signedOnOfficeCopy?: boolean;
  /** Who signs after the signatory, in turn. */
  readonly coSignatories?: readonly CoSignatory[];
  readonly urgency: Urgency;
  /** What the office calls it, where it does so otherwise than the manual. */
  readonly urgencyName?: Bilingual | null;
  /**
   * With which anybody checks the letter, and where, if the office has a public address; none on a draft, and on letters
   * numbered before there were codes.
   */
  readonly genuine?: { readonly code: string; readonly link: string | null } | null;
  /** Marks every page नमूना / SPECIMEN: the letter of an office that does not exist. */
  readonly specimen: boolean;
}
