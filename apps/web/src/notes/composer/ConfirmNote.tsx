import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/notices/announcements';
import { lazyPart } from '../../ui/page/lazy-part';
import { ActButton } from '../../ui/ActButton';
import type { Composer } from './use-composer';

export const SignNoteButton = lazyPart(() => import('../signing/SignNoteButton').then((part) => part.SignNoteButton));

/** Turns the yellow note green and keeps the file here; where notes are signed, by its author's signature. */
export function ConfirmNote({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t } = useTranslations();
  const confirm = useCommand('confirmNote');
  const act = async () => {
    const version = await composer.flush();
    if (version === null) return;
    composer.adopt((await confirm.mutateAsync({ params: { fileId: file.id }, ifMatch: version })).version);
    announce(t('note.confirmed'));
  };
  if (file.signedNotes)
    return (
      <SignNoteButton fileId={file.id} save={composer.flush} onSigned={composer.adopt} disabled={composer.isBlank} />
    );
  return <ActButton label={t('note.confirm')} variant="subtle" size="compact-sm" act={act} />;
}
