import { useTranslations } from '../../language/use-translations';
import { ActDialog, type BulkDialogProps } from './ActDialog';

/** Marks the files as opened, as if each had been. */
export function OpenFilesDialog(props: BulkDialogProps) {
  const { t } = useTranslations();
  return (
    <ActDialog {...props} title={t('bulk.open')} act={{ kind: 'open' }} done={(count) => t('bulk.opened', { count })}>
      <p>{t('bulk.openWhy')}</p>
    </ActDialog>
  );
}
