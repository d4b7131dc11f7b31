import { Select } from '@mantine/core';
import type { UnitView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useUnits } from '../establishment/api';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { numberSchemesQuery } from './api';
import { HeadsTable } from './HeadsTable';
import { SchemesTable } from './SchemesTable';
import { SeriesTable } from './SeriesTable';

/** How the office makes its numbers, under which heads, and what the next of each will be; the administrator keeps them. */
export function NumbersPage() {
  const { t, translate } = useTranslations('numbers');
  useTitle(t('page.numbers'));
  const [chosen, choose] = useState<string | null>(null);
  const units = useUnits();
  const schemes = useQuery(numberSchemesQuery(chosen));
  const error = units.error ?? schemes.error;
  if (error) return <PageError error={error} />;
  if (!units.data || !schemes.data) return <Waiting />;
  const { unitId, items } = schemes.data;
  const unit = units.data.find(({ id }) => id === unitId);
  const name = (of: UnitView) => translate(of.name);
  return (
    <main className={classes.place}>
      <h1>{t('page.numbers')}</h1>
      <p className="soft">{t('numbers.why')}</p>
      <Select
        maw={420}
        label={t('numbers.ofUnit')}
        data={units.data.map((each) => ({ value: each.id, label: name(each) }))}
        value={unit?.id ?? null}
        onChange={choose}
        allowDeselect={false}
        searchable
      />
      <SchemesTable schemes={items} unit={{ id: unitId, name: unit ? name(unit) : '' }} />
      <SeriesTable unit={{ id: unitId, name: unit ? name(unit) : '' }} />
      <HeadsTable
        unit={{ id: unitId, name: unit ? name(unit) : '' }}
        form={items.find(({ kind }) => kind === 'file')?.template ?? ''}
      />
    </main>
  );
}
