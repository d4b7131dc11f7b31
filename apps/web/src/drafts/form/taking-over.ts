import { isEmptyText, withoutEmptyBlocks } from '@patravali/contract';
import { type AddresseeForm, type DraftForm, inLanguage } from './draft-form';

/** What a letter takes over from another. */
export interface TakenOver extends Pick<DraftForm, 'subject' | 'referenceNumber' | 'referenceDate' | 'addressees'> {
  /** Null where it is not known. */
  readonly language: DraftForm['language'] | null;
}

/** The parts of a letter that are taken over, each whole or not at all. */
export const TAKEN_PARTS = ['language', 'subject', 'reference', 'addressees'] as const;
export type TakenPart = (typeof TAKEN_PARTS)[number];

interface Before {
  /** What the person has typed or chosen, even if it is empty again. */
  readonly typed: readonly TakenPart[];
  /** What was taken over before, from another letter. */
  readonly taken: TakenOver | null;
}

/** Which of these parts a person has changed. */
export function typedParts(before: DraftForm, after: DraftForm): TakenPart[] {
  const changed: Record<TakenPart, boolean> = {
    language: before.language !== after.language,
    subject: before.subject !== after.subject,
    reference: before.referenceNumber !== after.referenceNumber || before.referenceDate !== after.referenceDate,
    addressees: before.addressees !== after.addressees,
  };
  return TAKEN_PARTS.filter((part) => changed[part]);
}

/**
 * The letter with what it takes over. Only what is empty and was never typed in is filled, and what came from the letter chosen before
 * gives way: nothing that a person typed is lost. The language stays once there are words in it.
 */
export function takeOver(form: DraftForm, wanted: TakenOver, { typed, taken }: Before): DraftForm {
  const isFree: Record<TakenPart, boolean> = {
    language: !typed.includes('subject') && isEmptyText(withoutEmptyBlocks(form.body)),
    subject: form.subject.trim() === '' || form.subject === taken?.subject,
    reference:
      (form.referenceNumber === '' && form.referenceDate === '') ||
      (form.referenceNumber === taken?.referenceNumber && form.referenceDate === taken.referenceDate),
    addressees: form.addressees.every(isBlank) || JSON.stringify(form.addressees) === JSON.stringify(taken?.addressees),
  };
  const fills = (part: TakenPart) => isFree[part] && !typed.includes(part);
  return {
    ...(fills('language') && wanted.language !== null ? inLanguage(form, wanted.language) : form),
    ...(fills('subject') && { subject: wanted.subject }),
    ...(fills('reference') && { referenceNumber: wanted.referenceNumber, referenceDate: wanted.referenceDate }),
    ...(fills('addressees') && { addressees: wanted.addressees }),
  };
}

const isBlank = (addressee: AddresseeForm): boolean => Object.values(addressee).every((field) => field.trim() === '');
