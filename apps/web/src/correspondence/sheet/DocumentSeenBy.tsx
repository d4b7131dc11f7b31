import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { lazyPart } from '../../ui/page/lazy-part';

const WhoSawDocument = lazyPart(() => import('../../readings/WhoSaw').then((part) => part.WhoSawDocument));

/** Opens the list of who has seen this document. */
export function DocumentSeenBy({ fileId, documentId }: { fileId: string; documentId: string }) {
  const { t } = useTranslations();
  return (
    <DialogButton
      label={t('correspondence.whoSaw')}
      variant="default"
      size="compact-sm"
      dialog={(close) => <WhoSawDocument fileId={fileId} documentId={documentId} onClose={close} />}
    />
  );
}
