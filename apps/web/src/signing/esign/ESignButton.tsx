import { Button } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { goWithForm } from './go-with-form';

interface ESignButtonProps {
  letterId: string;
  /** Confirms first, where that is asked for. */
  run: <T>(act: () => Promise<T>) => Promise<T>;
  onFail: (failure: unknown) => void;
}

/** Goes to the eSign service, which sends the browser back to the page of the letter. */
export function ESignButton({ letterId, run, onFail }: ESignButtonProps) {
  const { t } = useTranslations('signing');
  const begin = useCommand('beginESign');
  const go = async () => {
    goWithForm(await run(() => begin.mutateAsync({ params: { letterId } })));
  };
  return (
    <div>
      <p className="soft small">{t('signing.eSignWhy')}</p>
      <Button variant="default" loading={begin.isPending} onClick={() => void go().catch(onFail)}>
        {t('signing.eSign')}
      </Button>
    </div>
  );
}
