import type { FileView, Named } from '@patravali/contract';
import { useState } from 'react';
import { KeyButton } from '../ui/keyboard/KeyButton';
import { useTranslations } from '../language/use-translations';
import { lazyPart } from '../ui/page/lazy-part';

const ConsultDialog = lazyPart(() => import('./ConsultDialog').then((dialog) => dialog.ConsultDialog));

/** In the head of the file: asking others while it stays here. */
export function ConsultMoves({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const [asking, setAsking] = useState(false);
  if (!file.allowedMoves.includes('consult')) return null;
  return (
    <>
      <KeyButton
        keys="q"
        label={t('fileMove.consult')}
        variant="default"
        size="compact-sm"
        onClick={() => setAsking(true)}
      />
      {asking && <ConsultDialog file={file} onClose={() => setAsking(false)} />}
    </>
  );
}
