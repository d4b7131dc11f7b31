import { Button, CloseButton, Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { useTranslations } from '../../../language/use-translations';
import { MoreButton } from '../../../organisation/MoreButton';
import { type AddresseeForm, NO_ADDRESSEE } from '../../form/draft-form';
import { pastedAddressees } from './pasted-addressees';
import classes from '../../draft.module.css';

interface AddresseeFieldsProps {
  legend: string;
  add: string;
  addressees: readonly AddresseeForm[];
  onChange: (addressees: AddresseeForm[]) => void;
  /** The last one can be taken away too. */
  mayBeEmpty: boolean;
  /** Why a field of one of them does not fit. */
  errorOf: (index: number, field: keyof AddresseeForm) => ReactNode;
}

/** So many are shown at first. */
const SHOWN = 50;

export function AddresseeFields(props: AddresseeFieldsProps) {
  const { legend, add: addLabel, addressees, onChange, mayBeEmpty, errorOf } = props;
  const { t } = useTranslations();
  const change = (at: number, changed: AddresseeForm) =>
    onChange(addressees.map((one, index) => (index === at ? changed : one)));
  const [shown, setShown] = useState(SHOWN);
  /** Rows of a table take the place of the addressee into whose name they are pasted. */
  const paste = (at: number, event: ClipboardEvent) => {
    const pasted = pastedAddressees(event.clipboardData.getData('text/plain'));
    if (pasted.length < 2) return;
    event.preventDefault();
    onChange(addressees.flatMap((one, index) => (index === at ? pasted : [one])));
  };
  const add = () => {
    setShown(Math.max(shown, addressees.length + 1));
    onChange([...addressees, NO_ADDRESSEE]);
  };
  const remove = (at: number) => onChange(addressees.filter((_, index) => index !== at));
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      {addressees.slice(0, shown).map((addressee, index) => (
        <div key={index} className={classes.addressee}>
          <Field
            field="name"
            addressee={addressee}

            error={errorOf(index, 'name')}
            onPaste={(event) => paste(index, event)}
            onChange={(one) => change(index, one)}
          />
          <Field
            field="designation"
            addressee={addressee}

            error={errorOf(index, 'designation')}
            onChange={(one) => change(index, one)}
          />
          <Textarea
            size="xs"
            minRows={1}
            maxRows={4}
            aria-label={t('draft.addressee.address')}
            placeholder={t('draft.addressee.address')}
            value={addressee.address}
            error={errorOf(index, 'address')}

            onChange={(event) => change(index, { ...addressee, address: event.currentTarget.value })}
          />
          <Field
            field="email"
            addressee={addressee}

            error={errorOf(index, 'email')}
            onChange={(one) => change(index, one)}
          />
          {(mayBeEmpty || addressees.length > 1) && (
            <CloseButton
              className={classes.remove}
              size="sm"
              aria-label={t('draft.remove', { name: addressee.name })}
              onClick={() => remove(index)}
            />
          )}
        </div>
      ))}
      <MoreButton of={addressees.length} shown={shown} onMore={setShown} />
      {addressees.length <= shown && (
        <Button variant="subtle" size="compact-xs" onClick={add}>
          + {addLabel}
        </Button>
      )}
    </fieldset>
  );
}

interface FieldProps {
  field: 'name' | 'designation' | 'email';
  addressee: AddresseeForm;
  onChange: (addressee: AddresseeForm) => void;
  onPaste?: (event: ClipboardEvent) => void;
  error: ReactNode;
}

function Field({ field, addressee, onChange, onPaste, error }: FieldProps) {
  const { t } = useTranslations();
  return (
    <TextInput
      size="xs"
      type={field === 'email' ? 'email' : 'text'}
      aria-label={t(`draft.addressee.${field}`)}
      placeholder={t(`draft.addressee.${field}`)}
      value={addressee[field]}
      error={error}

      onPaste={onPaste}
      onChange={(event) => onChange({ ...addressee, [field]: event.currentTarget.value })}
    />
  );
}
