import type { FileView, Named } from '@patravali/contract';
import { DialogButton } from '../ui/DialogButton';
import { useTranslations } from '../language/use-translations';
import { lazyPart } from '../ui/page/lazy-part';

const ConsultDialog = lazyPart(() => import('./ConsultDialog').then((dialog) => dialog.ConsultDialog));

/** In the head of the file: asking others while it stays here. */
export function ConsultMoves({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  if (!file.allowedMoves.includes('consult')) return null;
  return (
    <DialogButton
      keys="q"
      label={t('fileMove.consult')}
      variant="default"
      size="compact-sm"
      dialog={(close) => <ConsultDialog file={file} onClose={close} />}
    />
  );
}
