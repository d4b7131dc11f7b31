import { Select } from '@mantine/core';
import { type Cover, COVERS } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

interface CoverChoiceProps {
  cover: Cover | null;
  onChange: (cover: Cover | null) => void;
}

/** A letter that is not opened, or not scanned, is diarised by what its cover says. */
export function CoverChoice({ cover, onChange }: CoverChoiceProps) {
  const { t } = useTranslations('receipt-moves');
  return (
    <Select
      label={t('receipts.unopened')}
      placeholder={t('receipts.withScan')}
      clearable
      data={COVERS.map((value) => ({ value, label: t(`cover.${value}`) }))}
      value={cover}
      onChange={(value) => onChange(COVERS.find((one) => one === value) ?? null)}
    />
  );
}
