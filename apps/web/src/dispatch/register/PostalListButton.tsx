import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { useDownload } from '../../ui/use-download';

/** What was given to the post office between the days of the register, as the list that goes along with it. */
export function PostalListButton() {
  const { t } = useTranslations('outward');
  const { from, to } = useSearch({ from: '/office/with-navigation/registers/$register' });
  const { isWorking, download } = useDownload();
  const title = t('outward.postalList');
  const name = [title, from, to].filter(Boolean).join(' ');
  const print = () => download(`${name}.pdf`, () => call('downloadPostalList', { query: { from, to } }));
  return (
    <Button size="compact-sm" variant="default" loading={isWorking} onClick={print}>
      {title}
    </Button>
  );
}
