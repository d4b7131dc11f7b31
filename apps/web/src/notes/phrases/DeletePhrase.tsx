import type { QuickPhrase } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/notices/announcements';
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
  const [asking, setAsking] = useState(false);
  const remove = useCommand('deleteQuickPhrase');
  const submit = async () => {
    await remove.mutateAsync({ params: { phraseId: phrase.id }, ifMatch: phrase.version });
    setAsking(false);
    showSuccess(t('phrases.deleted'));
    onDeleted();
  };
  return (
    <>
      <Button variant="subtle" size="xs" aria-label={t('phrases.deleteThat', { text })} onClick={() => setAsking(true)}>
        {t('phrases.delete')}
      </Button>
      {asking && (
        <FormDialog
          title={t('phrases.deleting')}
          act={t('phrases.delete')}
          onSubmit={submit}
          onClose={() => setAsking(false)}
        >
          <p tabIndex={-1} data-autofocus style={{ margin: 0, whiteSpace: 'pre-line' }}>
            {text}
          </p>
        </FormDialog>
      )}
    </>
  );
}
