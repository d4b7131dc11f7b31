import { EndTrust } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useConfirmed } from '../signing/use-confirmed';

interface EndTrustDialogProps {
  what: 'root' | 'binding';
  id: string;
  /** What its certificate calls it. */
  name: string;
  onClose: () => void;
}

/** Ends that a root is trusted, or that a certificate is somebody's: with a reason, after a confirmation. */
export function EndTrustDialog({ what, id, name, onClose }: EndTrustDialogProps) {
  const { t } = useTranslations('certificates');
  const endRoot = useCommand('endTrustedRoot');
  const endBinding = useCommand('endCertificateBinding');
  const { run, dialog } = useConfirmed();
  const act = async (reason: string) => {
    const body = { reason };
    await run(async () =>
      what === 'root'
        ? await endRoot.mutateAsync({ params: { rootId: id }, body })
        : await endBinding.mutateAsync({ params: { bindingId: id }, body }),
    );
    showSuccess(t('certificates.ended'));
  };
  return (
    <ReasonDialog
      title={t(`certificates.endTitle.${what}`)}
      act={t('certificates.end')}
      schema={EndTrust}
      more={{ field: dialog, isMissing: false }}
      onAct={act}
      onClose={onClose}
    >
      {t(`certificates.endWhy.${what}`, { name })}
    </ReasonDialog>
  );
}
