import type { FileView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { useKeys } from '../ui/keyboard/keys';
import { useRefusal } from '../ui/notices/use-refusal';
import { Kbd } from '../ui/keyboard/Kbd';

/** Takes a sent file back while nobody has opened it. Of a race with the opening exactly one wins; a refusal says so. */
export function PullBack({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const pullBack = useCommand('pullBackFile');
  const refused = useRefusal();
  const run = () => {
    if (pullBack.isPending) return;
    pullBack.mutate(
      { params: { fileId: file.id }, body: {}, ifMatch: file.version },
      { onError: refused, onSuccess: () => showSuccess(t('desk.pulledBack', { number: file.number })) },
    );
  };
  useKeys([{ key: 'b', label: t('fileMove.pull_back'), run }]);
  return (
    <Button variant="default" loading={pullBack.isPending} onClick={run} rightSection={<Kbd keys="b" />}>
      {t('fileMove.pull_back')}
    </Button>
  );
}
