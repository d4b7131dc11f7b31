import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ActDialog, type BulkDialogProps } from './ActDialog';

/** Marks the files or receipts as opened, as if each had been. */
export function OpenDialog(props: BulkDialogProps) {
  const { of } = props;
  const { t } = useTranslations('bulk');
  return (
    <ActDialog
      {...props}
      title={t(`bulk.${of}.open`)}
      asked={{ of, act: { kind: 'open' } }}
      tell={({ length: count }) => showSuccess(t(`bulk.${of}.opened`, { count }))}
    >
      <p>{t('bulk.openWhy')}</p>
    </ActDialog>
  );
}
