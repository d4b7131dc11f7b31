import { Menu } from '@mantine/core';
import { Kbd } from '../ui/keyboard/Kbd';
import { useKeys } from '../ui/keyboard/keys';
import { useTranslations } from '../language/use-translations';
import { type PrintedFile, usePdf } from './use-pdf';

/** Of the viewer's menu: the page that is seen, alone, with its number and who had it made. */
export function ExtractPage({ file, page }: { file: PrintedFile; page: number }) {
  const { t } = useTranslations('my-pdfs');
  const { working, selection } = usePdf(file);
  const extract = () => void selection({ pages: [{ first: page, last: page }], notes: [] });
  useKeys([{ key: 'e', label: t('pdfs.extractThis', { page }), run: extract }], working === null);
  return (
    <Menu.Item disabled={working !== null} rightSection={<Kbd keys="e" />} onClick={extract}>
      {t('pdfs.extractThis', { page })}
    </Menu.Item>
  );
}
