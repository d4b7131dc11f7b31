import type { Answer, StructuredText } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { useCommand } from '../api/use-command';
import { SignDialog } from '../signing/key-choice/SignDialog';

export interface SignOpinionDialogProps {
  consultedId: string;
  text: StructuredText;
  onGiven: (opinion: Answer<'signOpinion'>) => void;
  onClose: () => void;
}

/** A post that was consulted gives its opinion, signed by the person who gives it. */
export function SignOpinionDialog({ consultedId, text, onGiven, onClose }: SignOpinionDialogProps) {
  const { t } = useTranslations('signing');
  const { mutateAsync: sign, isPending } = useCommand('signOpinion');
  const { mutateAsync: prepare } = useCommand('prepareOpinion');
  const params = { consultedId };
  return (
    <SignDialog
      title={t('signing.signOpinion')}
      name="opinion"
      prepare={(keyId) => prepare({ params, body: { text, keyId } })}
      pending={isPending}
      sign={async (withKey) => onGiven(await sign({ params, body: { text, ...withKey } }))}
      onClose={onClose}
    >
      {t('signing.signOpinionWhy')}
    </SignDialog>
  );
}
