import { NativeSelect, Textarea } from '@mantine/core';
import { KeepUnit, namedIn, type UnitView } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { useOnlyLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import { isNameless, NameFields } from '../ui/forms/NameFields';
import { ShortNameFields } from '../ui/forms/ShortNameFields';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

interface UnitDialogProps {
  /** Null: a new one. */
  unit: UnitView | null;
  units: readonly UnitView[];
  onClose: () => void;
}

/** A section, branch or cell: what it is called in both languages, and below which it stands. */
export function UnitDialog({ unit, units, onClose }: UnitDialogProps) {
  const { t, translate } = useTranslations('establishment');
  // Whoever keeps a unit alone keeps those below it.
  const mayTop = useActing().post.roles.includes('administrator');
  const create = useCommand('createUnit');
  const change = useCommand('changeUnit');
  const { form, send } = useContractForm({
    schema: KeepUnit,
    initialValues: {
      abbreviation: unit?.abbreviation ?? '',
      abbreviationHi: unit?.abbreviationHi ?? '',
      name: unit?.name ?? { hi: '', en: '' },
      parentId: unit?.parentId ?? (mayTop ? '' : (units[0]?.id ?? '')),
      reason: '',
    },
  });
  const only = useOnlyLanguage();
  const { abbreviation, abbreviationHi, parentId, reason } = form.values;
  const name = namedIn(only, form.values.name, unit?.name ?? null);
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
  const isMissing = isNameless(name, only) || [abbreviation, reason].some((text) => text.trim() === '');
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
      <NameFields
        input={(language) => form.getInputProps(`name.${language}`)}
        labels={{ hi: t('establishment.nameHi'), en: t('establishment.nameEn'), one: t('establishment.name') }}
        required
        withFocus
      />
      <ShortNameFields
        input={(which) => form.getInputProps(which === 'short' ? 'abbreviation' : 'abbreviationHi')}
        shortHi={unit?.abbreviationHi ?? ''}
        labels={{
          hi: t('establishment.abbreviationHi'),
          en: t('establishment.abbreviation'),
          one: t('establishment.shortName'),
        }}
      />
      <NativeSelect
        {...form.getInputProps('parentId')}
        label={t('establishment.parent')}
        data={[
          ...(mayTop ? [{ value: '', label: t('establishment.atTheTop') }] : []),
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
