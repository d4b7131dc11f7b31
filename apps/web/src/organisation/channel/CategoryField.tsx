import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCaseCategories } from './api';

interface CategoryFieldProps {
  value: string | null;
  onChange: (categoryId: string | null) => void;
  error?: ReactNode;
}

/** The kind of case, where the office keeps any. */
export function CategoryField({ value, onChange, error }: CategoryFieldProps) {
  const { t, translate } = useTranslations();
  const { data: categories = [] } = useCaseCategories();
  if (categories.length === 0) return null;
  return (
    <NativeSelect
      label={t('channel.category')}
      description={t('channel.categoryWhy')}
      data={[
        { value: '', label: t('channel.noCategory') },
        ...categories.map(({ id, name }) => ({ value: id, label: translate(name) })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      error={error}
    />
  );
}
