import type { QuickPhrase } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/notices/announcements';
import { DialogButton } from '../../ui/DialogButton';
import { FormDialog } from '../../ui/FormDialog';

interface DeletePhraseProps {
  phrase: QuickPhrase;
  /** As it is shown. */
  text: string;
  /** The row with its buttons is gone. */
  onDeleted: () => void;
}

/** Asks once more: what is deleted has to be typed anew. */
export function DeletePhrase({ phrase, text, onDeleted }: DeletePhraseProps) {
  const { t } = useTranslations('phrases');
  const remove = useCommand('deleteQuickPhrase');
  const submit = async (close: () => void) => {
    await remove.mutateAsync({ params: { phraseId: phrase.id }, ifMatch: phrase.version });
    close();
    showSuccess(t('phrases.deleted'));
    onDeleted();
  };
  return (
    <DialogButton
      label={t('phrases.delete')}
      aria-label={t('phrases.deleteThat', { text })}
      variant="subtle"
      size="xs"
      dialog={(close) => (
        <FormDialog
          title={t('phrases.deleting')}
          act={t('phrases.delete')}
          onSubmit={() => submit(close)}
          onClose={close}
        >
          <p tabIndex={-1} data-autofocus style={{ margin: 0, whiteSpace: 'pre-line' }}>
            {text}
          </p>
        </FormDialog>
      )}
    />
  );
}
