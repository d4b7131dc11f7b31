import type { FileView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { lazyPart } from '../../ui/page/lazy-part';

const NoteVersions = lazyPart(() => import('./NoteVersions').then((versions) => versions.NoteVersions));

/** Opens the versions of the note in writing, once there is more than one. */
export function VersionsButton({ file }: { file: Named<FileView> }) {
  const { t, number } = useTranslations();
  const count = file.pendingNote?.textVersions ?? 0;
  if (count < 2) return null;
  return (
    <DialogButton
      label={t('note.versions', { count: number(count) })}
      variant="subtle"
      size="compact-xs"
      dialog={(close) => <NoteVersions file={file} onClose={close} />}
    />
  );
}
