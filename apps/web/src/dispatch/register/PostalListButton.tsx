import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { saveBytes } from '../../ui/save-bytes';
import { useRefusal } from '../../ui/notices/use-refusal';

/** What was given to the post office between the days of the register, as the list that goes along with it. */
export function PostalListButton() {
  const { t } = useTranslations('outward');
  const refuse = useRefusal();
  const { from, to } = useSearch({ from: '/office/with-navigation/registers/$register' });
  const [working, setWorking] = useState(false);
  const title = t('outward.postalList');
  const print = async () => {
    setWorking(true);
    try {
      const name = [title, from, to].filter(Boolean).join(' ');
      saveBytes(await call('downloadPostalList', { query: { from, to } }), `${name}.pdf`);
    } catch (error) {
      refuse(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button size="compact-sm" variant="default" loading={working} onClick={() => void print()}>
      {title}
    </Button>
  );
}
