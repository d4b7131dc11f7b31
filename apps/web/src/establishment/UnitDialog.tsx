import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { KeepUnit, type UnitView } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import forms from '../ui/forms/fieldset.module.css';

interface UnitDialogProps {
  /** Null: a new one. */
  unit: UnitView | null;
  units: readonly UnitView[];
  onClose: () => void;
}

/** A section, branch or cell: what it is called in both languages, and below which it stands. */
export function UnitDialog({ unit, units, onClose }: UnitDialogProps) {
  const { t, translate } = useTranslations('establishment');
  const create = useCommand('createUnit');
  const change = useCommand('changeUnit');
  const { form, send } = useContractForm({
    schema: KeepUnit,
    initialValues: {
      abbreviation: unit?.abbreviation ?? '',
      abbreviationHi: unit?.abbreviationHi ?? '',
      name: unit?.name ?? { hi: '', en: '' },
      parentId: unit?.parentId ?? '',
      reason: '',
    },
  });
  const { abbreviation, abbreviationHi, name, parentId, reason } = form.values;
  const act = () => {
    const request = {
      abbreviation,
      abbreviationHi: orNothing(abbreviationHi) ?? null,
      name,
      parentId: orNothing(parentId) ?? null,
      reason,
    };
    return send(request, async (body) => {
      if (unit) await change.mutateAsync({ params: { unitId: unit.id }, body, ifMatch: unit.version });
      else await create.mutateAsync({ body });
      showSuccess(t('establishment.unitKept'));
      onClose();
    });
  };
  const isMissing = [abbreviation, name.hi, name.en, reason].some((text) => text.trim() === '');
  const others = units.filter(({ id }) => id !== unit?.id);
  return (
    <FormDialog
      title={unit ? t('establishment.changing', { name: translate(unit.name) }) : t('establishment.newUnit')}
      act={t('establishment.save')}
      incomplete={isMissing}
      size={640}
      onSubmit={act}
      onClose={onClose}
    >
      <div className={forms.pair}>
        <TextInput {...form.getInputProps('name.hi')} label={t('establishment.nameHi')} required data-autofocus />
        <TextInput {...form.getInputProps('name.en')} label={t('establishment.nameEn')} data-letters="latin" required />
      </div>
      <div className={forms.pair}>
        <TextInput {...form.getInputProps('abbreviationHi')} label={t('establishment.abbreviationHi')} />
        <TextInput
          {...form.getInputProps('abbreviation')}
          label={t('establishment.abbreviation')}
          data-letters="latin"
          required
        />
      </div>
      <NativeSelect
        {...form.getInputProps('parentId')}
        label={t('establishment.parent')}
        data={[
          { value: '', label: t('establishment.atTheTop') },
          ...others.map((each) => ({ value: each.id, label: translate(each.name) })),
        ]}
      />
      <Textarea
        {...form.getInputProps('reason')}
        label={t('establishment.reason')}
        description={t('establishment.reasonWhy')}
        minRows={2}
        required
      />
    </FormDialog>
  );
}
