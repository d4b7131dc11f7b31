import { Button, CloseButton, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { type AddresseeForm, NO_ADDRESSEE } from './draft-form';
import classes from '../draft.module.css';

interface AddresseeFieldsProps {
  legend: string;
  add: string;
  addressees: readonly AddresseeForm[];
  onChange: (addressees: AddresseeForm[]) => void;
  /** The last one can be taken away too. */
  mayBeEmpty: boolean;
  readOnly: boolean;
  /** Why a field of one of them does not fit. */
  errorOf: (index: number, field: keyof AddresseeForm) => ReactNode;
}

export function AddresseeFields(props: AddresseeFieldsProps) {
  const { legend, add, addressees, onChange, mayBeEmpty, readOnly, errorOf } = props;
  const { t } = useTranslations();
  const change = (at: number, changed: AddresseeForm) =>
    onChange(addressees.map((one, index) => (index === at ? changed : one)));
  const remove = (at: number) => onChange(addressees.filter((_, index) => index !== at));
  return (
    <fieldset className={classes.group}>
      <legend>{legend}</legend>
      {addressees.map((addressee, index) => (
        <div key={index} className={classes.addressee}>
          <Field
            field="name"
            {...{ addressee, readOnly }}
            error={errorOf(index, 'name')}
            onChange={(one) => change(index, one)}
          />
          <Field
            field="designation"
            {...{ addressee, readOnly }}
            error={errorOf(index, 'designation')}
            onChange={(one) => change(index, one)}
          />
          <Textarea
            size="xs"
            autosize
            minRows={1}
            maxRows={4}
            aria-label={t('draft.addressee.address')}
            placeholder={t('draft.addressee.address')}
            value={addressee.address}
            error={errorOf(index, 'address')}
            readOnly={readOnly}
            onChange={(event) => change(index, { ...addressee, address: event.currentTarget.value })}
          />
          <Field
            field="email"
            {...{ addressee, readOnly }}
            error={errorOf(index, 'email')}
            onChange={(one) => change(index, one)}
          />
          {!readOnly && (mayBeEmpty || addressees.length > 1) && (
            <CloseButton
              className={classes.remove}
              size="sm"
              aria-label={t('draft.remove', { name: addressee.name })}
              onClick={() => remove(index)}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange([...addressees, NO_ADDRESSEE])}>
          + {add}
        </Button>
      )}
    </fieldset>
  );
}

interface FieldProps {
  field: 'name' | 'designation' | 'email';
  addressee: AddresseeForm;
  onChange: (addressee: AddresseeForm) => void;
  readOnly: boolean;
  error: ReactNode;
}

function Field({ field, addressee, onChange, readOnly, error }: FieldProps) {
  const { t } = useTranslations();
  return (
    <TextInput
      size="xs"
      type={field === 'email' ? 'email' : 'text'}
      aria-label={t(`draft.addressee.${field}`)}
      placeholder={t(`draft.addressee.${field}`)}
      value={addressee[field]}
      error={error}
      readOnly={readOnly}
      onChange={(event) => onChange({ ...addressee, [field]: event.currentTarget.value })}
    />
  );
}
