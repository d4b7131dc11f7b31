import type { DraftContent } from '@patravali/contract';
import type { NumberInBoth } from '@patravali/numbering';
import type { Signatory } from '@patravali/organisation';
import type { LetterData, LetterIssuer } from '../page/letter-data';
import { signatureModeOf } from './signature-mode';
import type { LetterFrame } from './letter-frame';
import type { FixedLook } from './letter-look';

/** What is drawn when a letter is issued; nothing of it is there on a preview. */
export interface Issuing {
  readonly number: string;
  readonly numberHi: string | null;
  /** That of the copies under it. */
  readonly below: NumberInBoth;
  /** With which anybody checks it, and where. */
  readonly genuine: NonNullable<LetterData['genuine']>;
  /** `YYYY-MM-DD`, in India. */
  readonly day: string;
  readonly signedAt: Date;
  /** Who issues what the signatory approved before; null when the signatory issues it himself. */
  readonly issuer: (Pick<LetterIssuer, 'name' | 'designation'> & { readonly approvedAt: Date }) | null;
}

/** Of those who sign a letter, by the ids of people: under which other name they are certified. */
export type CertifiedNames = ReadonlyMap<string, string>;
export const NO_NAMES: CertifiedNames = new Map();

const holderOf = ({ holder, level }: Signatory, names: CertifiedNames) => {
  const certificateName = holder ? names.get(holder.userId) : undefined;
  return {
    name: holder?.name ?? null,
    level,
    isFor: holder?.capacity === 'link',
    ...(certificateName && { certificateName }),
  };
};

const readIn = ({ number, numberHi }: NumberInBoth) => ({ number, ...(numberHi !== null && { numberHi }) });

/** The letter ready to be set, with the look that is fixed for it; without `issuing` it is marked as a draft. */
export function letterData(
  content: DraftContent,
  frame: LetterFrame,
  fixed: FixedLook,
  names: CertifiedNames,
  issuing?: Issuing,
): LetterData {
  const { signatory, coSignatories, ...look } = fixed;
  // Whatever is issued for the signatory is sealed.
  const certified = issuing?.issuer ? 'sealed' : signatureModeOf(content, frame.signedForms);
  return {
    ...content,
    ...look,
    number: issuing?.number ?? null,
    ...(issuing?.numberHi && { numberHi: issuing.numberHi }),
    ...(issuing && { copiesNumber: readIn(issuing.below) }),
    date: issuing?.day ?? null,
    genuine: issuing?.genuine ?? null,
    certified,
    coSignatories: frame.coSignatories.map((each, index) => ({
      ...holderOf(each, names),
      designation: coSignatories[index]?.designation ?? each.designation,
    })),
    signatory: {
      ...holderOf(frame.signatory, names),
      ...signatory,
      signedAt: issuing?.signedAt.toISOString() ?? null,
    },
    issuer: issuing?.issuer ? { ...issuing.issuer, approvedAt: issuing.issuer.approvedAt.toISOString() } : null,
  };
}
