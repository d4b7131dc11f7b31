import { DraftContent } from '@patravali/contract';
import type { FormErrors } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslations } from '../../language/use-translations';
import { fieldErrors } from '../../ui/forms/field-errors';
import { orNothing } from '../../ui/forms/use-contract-form';
import type { AddresseeForm, DraftForm } from './draft-form';

const TYPED_FIELDS = DraftContent.omit({ body: true, signatoryPostId: true });

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
    ...form,
    reference: { number: form.referenceNumber, date: null },
    addressees: form.addressees.map(addresseeFields),
    copyTo: form.copyTo.map(addresseeFields),
  };
}

function addresseeFields({ name, designation, address, email }: AddresseeForm) {
  return { name, designation, address, email: orNothing(email) };
}
