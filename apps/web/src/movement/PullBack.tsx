import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { useRefusal } from '../ui/notices/use-refusal';
import { KeyButton } from '../ui/keyboard/KeyButton';

/** Takes a sent file back while nobody has opened it. Of a race with the opening exactly one wins; a refusal says so. */
export function PullBack({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const pullBack = useCommand('pullBackFile');
  const refused = useRefusal();
  const run = () =>
    pullBack.mutate(
      { params: { fileId: file.id }, body: {}, ifMatch: file.version },
      { onError: refused, onSuccess: () => showSuccess(t('desk.pulledBack', { number: file.number })) },
    );
  return (
    <KeyButton keys="b" label={t('fileMove.pull_back')} variant="default" loading={pullBack.isPending} onClick={run} />
  );
}
