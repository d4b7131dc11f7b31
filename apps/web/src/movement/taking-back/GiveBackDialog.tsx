import type { AgreeRecall, FileView, Named } from '@patravali/contract';
import { Radio, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import { useExplanation } from '../clock/use-explanation';
import { useSent } from '../use-sent';

const CHOICES = ['set_aside', 'confirm'] as const satisfies readonly AgreeRecall['pendingNote'][];

/** Gives the file back to whoever asks for it; says first what becomes of the note that is being written. */
export function GiveBackDialog({ file, onClose }: { file: Named<FileView>; onClose: () => void }) {
  const { t, marking } = useTranslations();
  const navigate = useNavigate();
  const sent = useSent();
  const { mutateAsync: agree, error } = useCommand('agreeRecall');
  const [note, setNote] = useState<(typeof CHOICES)[number]>('set_aside');
  const asks = file.pendingNote?.colour === 'yellow';
  const post = marking(file.lastRecall?.by.post);
  const explanation = useExplanation(file, error);
  const act = async () => {
    await agree({ params: { fileId: file.id }, body: { ...(asks && { pendingNote: note }), ...explanation.said } });
    sent(file, t('file.done.agree_recall', { number: file.number, post }));
    onClose();
    await navigate({ to: '/desk/$box', params: { box: 'inbox' } });
  };
  return (
    <FormDialog title={t('fileMove.agree_recall')} incomplete={explanation.isMissing} onSubmit={act} onClose={onClose}>
      <p style={{ margin: 0 }}>{t('file.why.agree_recall', { post })}</p>
      {asks && (
        <Radio.Group
          label={t('recall.yourNote')}
          value={note}
          onChange={(value) => setNote(value === 'confirm' ? 'confirm' : 'set_aside')}
        >
          <Stack gap={6} mt={4}>
            {CHOICES.map((choice) => (
              <Radio key={choice} value={choice} label={t(`recall.note.${choice}`)} data-autofocus={choice === note} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {explanation.field}
    </FormDialog>
  );
}
