import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { KeyFields } from '../../signing/key-choice/KeyFields';
import { SeveralTokenFields } from '../../signing/key-choice/SeveralTokenFields';
import type { MadeOfLetter } from '../../signing/key-choice/signatures-file';
import { useConfirmed } from '../../signing/use-confirmed';
import { useKeyChoice } from '../../signing/key-choice/use-key-choice';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';
import type { BulkDialogProps } from '../../bulk/ActDialog';
import { refusedOf } from '../../bulk/api';

/** Signs all that is selected with one key; of each it is told what became of it. */
export function SignLettersDialog({ things, onDone, onClose }: BulkDialogProps<'letters'>) {
  const { t } = useTranslations('signing');
  const choice = useKeyChoice({ tokens: true });
  const [made, setMade] = useState<readonly MadeOfLetter[]>([]);
  const sign = useCommand('signLetters');
  const { run, dialog } = useConfirmed();
  const [error, setError] = useState<unknown>(null);
  const { chosen, withKey } = choice;
  const byToken = chosen?.kind === 'token' && made.length > 0 ? { keyId: chosen.id, made: [...made] } : null;
  const byKey = withKey && { keyId: withKey.keyId, passphrase: withKey.passphrase ?? null };
  const signing = byToken ?? byKey;
  const act = async () => {
    if (!signing) return;
    setError(null);
    const body = { issueIds: things.map(({ id }) => id), ...signing };
    const refused = refusedOf(await run(() => sign.mutateAsync({ body })));
    const count = things.length - refused.size;
    if (count > 0) showSuccess(t('signing.signedTogether', { count }));
    onDone(refused);
  };
  const fail = (failure: unknown) => {
    if (!isGivenUp(failure)) setError(failure);
  };
  return (
    <FormDialog
      title={t('signing.signTitle', { count: things.length })}
      act={t('signing.sign')}
      pending={sign.isPending}
      incomplete={signing === null}
      error={error}
      onSubmit={() => void act().catch(fail)}
      onClose={onClose}
    >
      <p className="soft small">{t('signing.signTogetherWhy')}</p>
      <KeyFields
        choice={choice}
        token={(keyId) => <SeveralTokenFields key={keyId} letters={things} keyId={keyId} onMade={setMade} />}
      />
      {dialog}
    </FormDialog>
  );
}
