import { showSuccess } from '../../ui/announcements';
import { ActDialog, type BulkDialogProps } from './ActDialog';
import { useBulkWords } from './use-bulk-words';

/** Marks the files or receipts as opened, as if each had been. */
export function OpenDialog(props: BulkDialogProps) {
  const { of } = props;
  const say = useBulkWords();
  return (
    <ActDialog
      {...props}
      title={say(`bulk.${of}.open`)}
      asked={{ of, act: { kind: 'open' } }}
      tell={({ length: count }) => showSuccess(say(`bulk.${of}.opened`, { count }))}
    >
      <p>{say('bulk.openWhy')}</p>
    </ActDialog>
  );
}
