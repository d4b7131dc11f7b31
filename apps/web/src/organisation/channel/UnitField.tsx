import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import type { PostView, UnitRef } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

interface UnitFieldProps {
  input: NativeSelectProps;
  posts: readonly PostView[];
  /** Whose cases these are so far: a unit without posts stays. */
  known: UnitRef | null;
}

/** Whose cases a kind is of: those of a unit, or of the whole office. */
export function UnitField({ input, posts, known }: UnitFieldProps) {
  const { t, translate } = useTranslations('channel');
  const units = new Map(posts.map(({ unitId, unit }) => [unitId, unit]));
  if (known) units.set(known.id, known.name);
  return (
    <NativeSelect
      {...input}
      label={t('categories.unit')}
      data={[
        { value: '', label: t('categories.wholeOffice') },
        ...[...units].map(([id, name]) => ({ value: id, label: translate(name) })),
      ]}
    />
  );
}
