import type { SynonymGroup } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';

interface RemoveSynonymsProps {
  group: SynonymGroup;
  /** As they are shown. */
  words: string;
  /** The row with its buttons is gone. */
  onRemoved: () => void;
}

/** Asks once more: what is taken away has to be typed anew. */
export function RemoveSynonyms({ group, words, onRemoved }: RemoveSynonymsProps) {
  const { t } = useTranslations('synonyms');
  const remove = useCommand('removeSynonyms');
  const submit = async (close: () => void) => {
    await remove.mutateAsync({ params: { groupId: group.id }, ifMatch: group.version });
    close();
    showSuccess(t('synonyms.removed'));
    onRemoved();
  };
  return (
    <DialogButton
      label={t('synonyms.remove')}
      aria-label={t('synonyms.removeThat', { words })}
      variant="subtle"
      size="xs"
      dialog={(close) => (
        <FormDialog
          title={t('synonyms.removing')}
          act={t('synonyms.remove')}
          onSubmit={() => submit(close)}
          onClose={close}
        >
          <p tabIndex={-1} data-autofocus style={{ margin: 0 }}>
            {words}
          </p>
        </FormDialog>
      )}
    />
  );
}
