import { type FileView, type Named, ReturnFile } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { keepFocus } from '../ui/keyboard/focus';
import { useKeys } from '../ui/keyboard/keys';
import { useTranslations } from '../language/use-translations';
import type { Composer } from '../notes/composer/use-composer';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useSaveNoteBeforeSend } from './save-note-before-send';
import { useExplanation } from './clock/use-explanation';
import { useNextOf, useSent } from './use-sent';
import { useBackToList } from '../ui/list/use-back-to-list';

interface ReturnActProps {
  file: Named<FileView>;
  composer: Composer;
  green: boolean;
}

/**
 * Sends the file back to the post that sent it, with the reason that the manual wants: an officer's order to put it up again. The
 * head of the file offers it.
 */
export function ReturnAct({ file, composer, green }: ReturnActProps) {
  const { t, marking } = useTranslations('file-acts');
  const title = t(useActing().post.roles.includes('officer') ? 'acts.putUpAgain' : 'fileMove.return');
  const backToList = useBackToList();
  const back = useCommand('returnFile');
  const sent = useSent();
  const nextOf = useNextOf();
  const { saveNote, signing } = useSaveNoteBeforeSend(file, composer, green);
  const [asking, setAsking] = useState(false);
  const post = marking(file.from);
  const explanation = useExplanation(file, back.error);

  const act = async (reason: string) => {
    const { confirmNote, version } = await saveNote();
    await back.mutateAsync({
      params: { fileId: file.id },
      body: { reason, confirmNote, ...explanation.said },
      ifMatch: version,
    });
    composer.forget();
    sent(file, t('file.returnedTo', { number: file.number, post }), nextOf(file.id));
    backToList(file.id);
  };
  const close = () => {
    setAsking(false);
    keepFocus();
  };
  useKeys([{ key: 'r', label: title, run: () => setAsking(true) }]);
  return (
    <>
      {asking && (
        <ReasonDialog title={title} schema={ReturnFile} more={explanation} onAct={act} onClose={close}>
          {t('acts.returnWhy', { post })}
        </ReasonDialog>
      )}
      {signing}
    </>
  );
}
