import { Button } from '@mantine/core';
import { useCommand } from '../api/use-command';
import { showSuccess } from '../ui/announcements';
import { useRefusal } from '../ui/use-refusal';
import { useConfirmed } from './use-confirmed';
import { useSigningWords } from './use-words';

/** The office makes a key for a person of the demo, who then signs by a button. */
export function DemoKeyButton() {
  const say = useSigningWords();
  const make = useCommand('makeDemoKey');
  const refuse = useRefusal();
  const { run, dialog } = useConfirmed();
  const act = async () => {
    await run(() => make.mutateAsync({}));
    showSuccess(say('signing.demoMade'));
  };
  return (
    <>
      <Button variant="default" loading={make.isPending} onClick={() => void act().catch(refuse)}>
        {say('signing.makeDemo')}
      </Button>
      {dialog}
    </>
  );
}
