import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../../language/use-translations';
import { FormDialog } from '../../../ui/FormDialog';
import type { ReferDialogProps } from './refer-dialog';

/** An Act, rules or a manual, and the place in it. */
export function ReferToAct({ onPick, onClose }: ReferDialogProps) {
  const { t } = useTranslations();
  const [titleTyped, setTitle] = useState('');
  const [sectionTyped, setSection] = useState('');
  const [title, section] = [titleTyped.trim(), sectionTyped.trim()];
  return (
    <FormDialog
      title={t('note.referTo.act')}
      act={t('note.insertReference')}
      pending={false}
      incomplete={title === ''}
      returnFocus={false}
      onClose={onClose}
      onSubmit={() =>
        onPick({
          to: { kind: 'act', title, ...(section !== '' && { section }) },
          label: section === '' ? title : `${title}, ${section}`,
        })
      }
    >
      <TextInput
        label={t('note.actTitle')}
        value={titleTyped}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('note.actSection')}
        value={sectionTyped}
        maxLength={60}
        onChange={(event) => setSection(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
