import type { FileView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { lazyPart } from '../../ui/page/lazy-part';

const NoteVersions = lazyPart(() => import('./NoteVersions').then((versions) => versions.NoteVersions));

/** Opens the versions of the note in writing, once there is more than one. */
export function VersionsButton({ file }: { file: Named<FileView> }) {
  const { t, number } = useTranslations();
  const [shown, setShown] = useState(false);
  const count = file.pendingNote?.textVersions ?? 0;
  if (count < 2) return null;
  return (
    <>
      <Button variant="subtle" size="compact-xs" onClick={() => setShown(true)}>
        {t('note.versions', { count: number(count) })}
      </Button>
      {shown && <NoteVersions file={file} onClose={() => setShown(false)} />}
    </>
  );
}
