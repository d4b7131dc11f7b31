import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/notices/announcements';
import { ActButton } from '../../ui/ActButton';
import type { Composer } from './use-composer';

/** Throws the yellow note away, here and on the server. */
export function DiscardNote({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t } = useTranslations();
  const discard = useCommand('discardNote');
  const act = async () => {
    const version = await composer.flushUnready();
    if (version !== null) await discard.mutateAsync({ params: { fileId: file.id }, ifMatch: version });
    composer.forget();
    announce(t('note.discarded'));
  };
  return <ActButton label={t('note.discard')} variant="subtle" size="compact-sm" act={act} />;
}
