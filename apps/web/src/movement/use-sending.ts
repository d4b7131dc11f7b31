import type { Body, FileView, PostRef } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForwardFile } from './api';
import { useDiscardNote } from '../notes/api';
import { keyOf } from '../api/keys';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { useRefusal } from '../ui/use-refusal';
import type { Composer } from '../notes/composer/use-composer';

type ForwardOptions = Omit<Body<'forwardFile'>, 'toPostId' | 'note' | 'confirmNote'>;

/** Saves the last key, turns the note green and sends the file: one act for the person, one command for the file. */
export function useSending(file: FileView, composer: Composer, green: boolean) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const refuse = useRefusal();
  const forward = useForwardFile();
  const settle = useSettledNote(file, composer, green);
  const [isSending, setIsSending] = useState(false);

  const send = async (to: PostRef, options: ForwardOptions) => {
    const { confirmNote, version } = await settle();
    await forward.mutateAsync({
      params: { fileId: file.id },
      body: { ...options, toPostId: to.id, confirmNote },
      ifMatch: version,
    });
    composer.forget();
    showSuccess(t('file.sentTo', { number: file.number, post: to.marking }));
    await navigate({ to: '/desk/$box', params: { box: 'inbox' } });
  };
  return {
    isSending,
    send: (to: PostRef, options: ForwardOptions) => {
      if (isSending) return;
      setIsSending(true);
      void send(to, options)
        .catch(refuse)
        .finally(() => setIsSending(false));
    },
  };
}

interface SettledNote {
  /** There is a yellow note to confirm in the same act. */
  confirmNote: boolean;
  /** The version of the file that the person saw. */
  version: number;
}

/** Brings the note to rest before the file leaves: saved, or discarded when it has been emptied again. */
export function useSettledNote(file: FileView, composer: Composer, green: boolean): () => Promise<SettledNote> {
  const discard = useDiscardNote();
  const client = useQueryClient();
  return async () => {
    const params = { fileId: file.id };
    const version = () => client.getQueryData<FileView>(keyOf('getFile', { params }))?.version ?? file.version;
    if (green) return { confirmNote: false, version: version() };
    const noteVersion = await composer.flush();
    if (noteVersion !== null && composer.isBlank) {
      await discard.mutateAsync({ params, ifMatch: noteVersion });
      return { confirmNote: false, version: version() };
    }
    return { confirmNote: noteVersion !== null, version: version() };
  };
}
