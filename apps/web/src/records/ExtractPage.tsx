import { Button } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { type PrintedFile, usePdf } from './use-pdf';

/** The page that is seen, alone, with its number and who had it made. */
export function ExtractPage({ file, page }: { file: PrintedFile; page: number }) {
  const { t } = useTranslations();
  const { working, selection } = usePdf(file);
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={working !== null}
      title={t('pdfs.extractThis', { page })}
      aria-label={t('pdfs.extractThis', { page })}
      onClick={() => void selection({ pages: [{ first: page, last: page }], notes: [] })}
    >
      {t('pdfs.extract')}
    </Button>
  );
}
