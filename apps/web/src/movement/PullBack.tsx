import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ActButton } from '../ui/ActButton';

/** Takes a sent file back while nobody has opened it. Of a race with the opening exactly one wins; a refusal says so. */
export function PullBack({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const pullBack = useCommand('pullBackFile');
  const act = async () => {
    await pullBack.mutateAsync({ params: { fileId: file.id }, body: {}, ifMatch: file.version });
    showSuccess(t('desk.pulledBack', { number: file.number }));
  };
  return <ActButton keys="b" label={t('fileMove.pull_back')} variant="default" act={act} />;
}
