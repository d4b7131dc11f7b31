import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { namedIn, OfficeUrgency, SetUrgencies, URGENCY_SETTERS, type UrgencyLabel } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useOnlyLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import { isNameless, NameFields } from '../ui/forms/NameFields';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

interface UrgencyDialogProps {
  urgency: UrgencyLabel;
  /** All of them: they are said together. */
  all: readonly UrgencyLabel[];
  onClose: () => void;
}

/** What the office calls a degree of urgency, who may give it, and whether it is in use. */
export function UrgencyDialog({ urgency, all, onClose }: UrgencyDialogProps) {
  const { t, translate } = useTranslations('urgencies');
  const set = useCommand('setUrgencies');
  const { code } = urgency;
  const { form, checkBy, check } = useContractForm({
    schema: SetUrgencies,
    initialValues: { name: urgency.name, setBy: urgency.setBy, inUse: urgency.inUse, reason: '' },
  });
  const only = useOnlyLanguage();
  const { setBy, inUse, reason } = form.values;
  const name = namedIn(only, form.values.name, urgency.name);
  const isForAll = code === 'ordinary';
  const act = async () => {
    const own = checkBy(OfficeUrgency, { code, name, setBy, inUse });
    const body = own && check({ items: all.map((each) => (each.code === code ? own : each)), reason });
    if (!body) return;
    await set.mutateAsync({ body });
    showSuccess(t('urgencies.kept'));
    onClose();
  };
  return (
    <FormDialog
      title={t('urgencies.changing', { name: translate(urgency.name) })}
      act={t('urgencies.save')}
      incomplete={isNameless(name, only) || reason.trim() === ''}
      size={640}
      onSubmit={act}
      onClose={onClose}
    >
      <NameFields
        input={(language) => form.getInputProps(`name.${language}`)}
        labels={{ hi: t('urgencies.nameHi'), en: t('urgencies.nameEn'), one: t('urgencies.name') }}
        required
        withFocus
      />
      {isForAll ? (
        <p className="soft">{t('urgencies.ordinary')}</p>
      ) : (
        <>
          <NativeSelect
            {...form.getInputProps('setBy')}
            label={t('urgencies.setBy')}
            data={URGENCY_SETTERS.map((value) => ({ value, label: t(`urgencies.${value}`) }))}
          />
          <Checkbox {...form.getInputProps('inUse', { type: 'checkbox' })} label={t('urgencies.inUse')} />
        </>
      )}
      <Textarea
        {...form.getInputProps('reason')}
        label={t('urgencies.reason')}
        description={t('urgencies.reasonWhy')}
        minRows={2}
        required
      />
    </FormDialog>
  );
}
