import type { FileView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useConfirmNote } from '../api';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/announcements';
import { useRefusal } from '../../ui/use-refusal';
import type { Composer } from './use-composer';

/** Turns the yellow note green and keeps the file here. */
export function ConfirmNote({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const confirm = useConfirmNote();
  const act = async () => {
    const version = await composer.flush();
    if (version === null) return;
    composer.adopt((await confirm.mutateAsync({ params: { fileId: file.id }, ifMatch: version })).version);
    announce(t('note.confirmed'));
  };
  return (
    <Button
      variant="default"
      size="xs"
      disabled={composer.isBlank}
      loading={confirm.isPending}
      onClick={() => void act().catch(refuse)}
    >
      {t('note.confirm')}
    </Button>
  );
}
