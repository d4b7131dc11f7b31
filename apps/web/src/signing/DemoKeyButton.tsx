import { Button } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { useCommand } from '../api/use-command';
import { showSuccess } from '../ui/notices/announcements';
import { useRefusal } from '../ui/notices/use-refusal';
import { useConfirmed } from './use-confirmed';

/** The office makes a key for a person of the demo, who then signs by a button. */
export function DemoKeyButton() {
  const { t } = useTranslations('signing');
  const make = useCommand('makeDemoKey');
  const refuse = useRefusal();
  const { run, dialog } = useConfirmed();
  const act = async () => {
    await run(() => make.mutateAsync({}));
    showSuccess(t('signing.demoMade'));
  };
  return (
    <>
      <Button variant="default" loading={make.isPending} onClick={() => void act().catch(refuse)}>
        {t('signing.makeDemo')}
      </Button>
      {dialog}
    </>
  );
}
