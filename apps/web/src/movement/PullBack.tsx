import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { ActButton } from '../ui/ActButton';
import { usePulledBack } from './use-pulled-back';

/** Takes a sent file back while nobody has opened it. Of a race with the opening exactly one wins; a refusal says so. */
export function PullBack({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const pullBack = useCommand('pullBackFile');
  const pulledBack = usePulledBack();
  const act = async () => {
    await pullBack.mutateAsync({ params: { fileId: file.id }, body: {}, ifMatch: file.version });
    await pulledBack(file, file.counts.notes - 1);
  };
  return <ActButton keys="b" label={t('fileMove.pull_back')} variant="default" act={act} />;
}
