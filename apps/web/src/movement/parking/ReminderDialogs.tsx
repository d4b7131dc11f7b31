import { Textarea } from '@mantine/core';
import { type FileView, type Named, RemindHolder, SetReminder } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { dayFrom } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { DayField } from '../../ui/DayField';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';

interface Props {
  file: Named<FileView>;
  onClose: () => void;
}

/** On which day one wants to be reminded of the file, and of what. */
export function RemindMeDialog({ file, onClose }: Props) {
  const { t } = useTranslations('aside');
  const { mutateAsync: set } = useCommand('setReminder');
  const { form, send } = useContractForm({
    schema: SetReminder,
    initialValues: { on: file.following?.remindOn ?? dayFrom(7), words: file.following?.reminder ?? '' },
  });
  const submit = () =>
    send(form.values, async (body) => {
      await set({ params: { fileId: file.id }, body });
      showSuccess(t('aside.reminderSet', { number: file.number }));
      onClose();
    });
  return (
    <FormDialog
      title={t('aside.remindMe')}
      act={t('aside.setReminder')}
      incomplete={form.values.words.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('aside.whyRemindMe')}</p>
      <DayField
        label={t('aside.remindOn')}
        min={dayFrom(0)}
        required
        value={form.values.on}
        onChange={(on) => form.setFieldValue('on', on)}
        error={form.errors.on}
      />
      <Textarea label={t('aside.ofWhat')} required data-autofocus {...form.getInputProps('words')} />
    </FormDialog>
  );
}

/** A reminder to the desk where the file is, with words or without. */
export function RemindHolderDialog({ file, onClose }: Props) {
  const { t, marking } = useTranslations('aside');
  const { mutateAsync: remind } = useCommand('remindHolder');
  const { form, send } = useContractForm({ schema: RemindHolder, initialValues: { words: '' } });
  const submit = () =>
    send({ words: orNothing(form.values.words) }, async (body) => {
      await remind({ params: { fileId: file.id }, body });
      showSuccess(t('aside.reminded', { post: marking(file.holder) }));
      onClose();
    });
  return (
    <FormDialog
      title={t('aside.remindPost', { post: marking(file.holder) })}
      act={t('fileMove.remind')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('aside.whyRemind')}</p>
      <Textarea label={t('desk.remarksOptional')} data-autofocus {...form.getInputProps('words')} />
    </FormDialog>
  );
}
