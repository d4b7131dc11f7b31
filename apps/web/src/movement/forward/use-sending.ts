import type { FileView, ForwardFile, Named } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { isGivenUp } from '../../ui/notices/use-refusal';
import { useTranslations } from '../../language/use-translations';
import type { Composer } from '../../notes/composer/use-composer';
import { useSaveNoteBeforeSend } from '../save-note-before-send';
import { useNextOf, useSent } from '../use-sent';
import { useBackToList } from '../../ui/list/use-back-to-list';

interface Outcomes {
  onSent: () => void;
  onRefused: (error: unknown) => void;
}

/** Saves the last key, turns the note green, or has it signed, and sends the file: one act for the person, one command for the file. */
export function useSending(file: Named<FileView>, composer: Composer, green: boolean, { onSent, onRefused }: Outcomes) {
  const { t } = useTranslations();
  const backToList = useBackToList();
  const forward = useCommand('forwardFile');
  const sent = useSent();
  const nextOf = useNextOf();
  const { saveNote, signing } = useSaveNoteBeforeSend(file, composer, green);
  const [isSending, setIsSending] = useState(false);

  const send = async (body: ForwardFile, marking: string) => {
    const { confirmNote, version } = await saveNote();
    await forward.mutateAsync({ params: { fileId: file.id }, body: { ...body, confirmNote }, ifMatch: version });
    composer.forget();
    onSent();
    sent(file, t('file.sentTo', { number: file.number, post: marking }), nextOf(file.id));
    backToList(file.id);
  };
  return {
    isSending,
    /** Asks for the signature on the note, where it needs one. */
    signing,
    /** @param marking of the post that it goes to, for the sentence that says so. */
    send: (body: ForwardFile, marking: string) => {
      setIsSending(true);
      void send(body, marking)
        .catch((error: unknown) => {
          if (!isGivenUp(error)) onRefused(error);
        })
        .finally(() => setIsSending(false));
    },
  };
}
