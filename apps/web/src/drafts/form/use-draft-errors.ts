import { EMPTY_TEXT, LetterFields } from '@patravali/contract';
import type { FormErrors } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslations } from '../../language/use-translations';
import { fieldErrors } from '../../ui/forms/field-errors';
import { orNothing } from '../../ui/forms/use-contract-form';
import type { AddresseeForm, DraftForm } from './draft-form';

const TYPED_FIELDS = LetterFields.omit({ body: true, signatoryPostId: true }).partial();

/**
 * What the contract does not take of what has been typed, by the path of the field. Nothing is said of a field that is
 * still empty: the letter is saved as soon as it is complete, without being sent.
 */
export function useDraftErrors(form: DraftForm): FormErrors {
  const translations = useTranslations();
  return useMemo(() => {
    const { error } = TYPED_FIELDS.safeParse(typedFields(form));
    const issues = error?.issues ?? [];
    return fieldErrors(
      issues.filter(({ code }) => code === 'too_big' || code === 'invalid_format'),
      translations,
    );
  }, [form, translations]);
}

/** Every field at its own place; what is left out of the letter is not yet left out here. */
function typedFields(form: DraftForm) {
  return {
    subject: form.subject,
    salutation: form.salutation,
    publication: form.publication,
    ...(form.english && { english: { ...form.english, body: EMPTY_TEXT } }),
    reference: { number: form.referenceNumber, date: null },
    addressees: form.addressees.map(addresseeFields),
    attention: form.attention,
    present: form.present,
    ...(form.enclosedDocuments.length > 0 && { enclosedDocuments: form.enclosedDocuments }),
    enclosures: form.enclosures,
    copyTo: form.copyTo.map(addresseeFields),
    annexures: form.annexures.map(({ title }) => ({ title, body: EMPTY_TEXT })),
  };
}

function addresseeFields({ name, designation, address, email }: AddresseeForm) {
  return { name, designation, address, email: orNothing(email) };
}
