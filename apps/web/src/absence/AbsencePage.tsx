import type { ChargeHandedOver } from '@patravali/contract';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useTitle } from '../ui/page/use-title';
import rows from '../ui/page/rows-page.module.css';
import { Charges } from './Charges';
import { HandedOver } from './HandedOver';
import { Leaves } from './Leaves';

/** What an officer arranges of his own absence, and of the charge of his post. */
export function AbsencePage() {
  const { t } = useTranslations('absence');
  const [handed, setHanded] = useState<ChargeHandedOver | null>(null);
  useTitle(t('page.absence'));
  return (
    <main className={rows.place}>
      <h1>{t('page.absence')}</h1>
      {handed ? (
        <HandedOver handed={handed} />
      ) : (
        <>
          <Leaves />
          <Charges onHanded={setHanded} />
        </>
      )}
    </main>
  );
}
