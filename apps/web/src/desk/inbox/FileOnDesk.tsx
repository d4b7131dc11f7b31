import { Button } from '@mantine/core';
import type { InboxFile, Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useFile } from '../../custody/api';
import { FilePreview } from '../../files/search/FilePreview';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useRefusal } from '../../ui/notices/use-refusal';
import { Pin } from './Pin';

/** The chosen file beside the list in which it lies on one's own desk. */
export function FileOnDesk({ file }: { file: Named<InboxFile> }) {
  return <FilePreview key={file.id} row={file} more={<PinButton file={file} />} />;
}

/** Pins the chosen file to the top of the desk, or takes the pin off, as far as the person may arrange this desk. */
function PinButton({ file }: { file: Named<InboxFile> }) {
  const { t } = useTranslations();
  const { data } = useFile(file.id);
  const [pin, unpin] = [useCommand('pinFile'), useCommand('unpinFile')];
  const refused = useRefusal();
  const isAllowed = data?.allowedMoves.includes('pin') === true;
  const change = () => {
    if (pin.isPending || unpin.isPending) return;
    (file.pinned ? unpin : pin).mutate({ params: { fileId: file.id } }, { onError: refused });
  };
  const label = file.pinned ? t('fileMark.unpin') : t('fileMove.pin');
  useKeys([{ key: 'p', label, run: change }], isAllowed);
  if (!isAllowed) return null;
  return (
    <Button
      variant={file.pinned ? 'light' : 'subtle'}
      ms="auto"
      leftSection={<Pin />}
      rightSection={<Kbd keys="p" />}
      onClick={change}
    >
      {label}
    </Button>
  );
}
