import { Menu } from '@mantine/core';
import type { InboxFile, Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useFile } from '../../custody/api';
import { FilePreview } from '../../files/search/FilePreview';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useRefusal } from '../../ui/notices/use-refusal';
import { Pin } from './Pin';

/** The chosen file beside the list in which it lies on one's own desk; it can be pinned to the top, as far as the person may arrange it. */
export function FileOnDesk({ file }: { file: Named<InboxFile> }) {
  const { t } = useTranslations();
  const { data } = useFile(file.id);
  const [pin, unpin] = [useCommand('pinFile'), useCommand('unpinFile')];
  const refused = useRefusal();
  const mayPin = data?.allowedMoves.includes('pin') === true;
  const change = () => {
    if (pin.isPending || unpin.isPending) return;
    (file.pinned ? unpin : pin).mutate({ params: { fileId: file.id } }, { onError: refused });
  };
  const label = file.pinned ? t('fileMark.unpin') : t('fileMove.pin');
  useKeys([{ key: 'p', label, run: change }], mayPin);
  const item = (
    <Menu.Item leftSection={<Pin />} rightSection={<Kbd keys="p" />} onClick={change}>
      {label}
    </Menu.Item>
  );
  return <FilePreview key={file.id} row={file} more={mayPin && item} />;
}
