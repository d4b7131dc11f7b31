import { useState } from 'react';
import { useSignLetters } from '../../signing/api';
import { KeyFields } from '../../signing/KeyFields';
import { useConfirmed } from '../../signing/use-confirmed';
import { useKeyChoice } from '../../signing/use-key-choice';
import { useSigningWords } from '../../signing/use-words';
import { showSuccess } from '../../ui/announcements';
import { FormDialog } from '../../ui/FormDialog';
import type { BulkDialogProps } from './ActDialog';
import { refusedOf } from './api';

/** Signs all that is selected with one key; of each it is told what became of it. */
export function SignLettersDialog({ things, onDone, onClose }: BulkDialogProps<'letters'>) {
  const say = useSigningWords();
  // A token signs letter by letter.
  const choice = useKeyChoice({ tokens: false });
  const sign = useSignLetters();
  const { run, dialog } = useConfirmed();
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    if (!choice.withKey) return;
    setError(null);
    const body = {
      issueIds: things.map(({ id }) => id),
      keyId: choice.withKey.keyId,
      passphrase: choice.withKey.passphrase ?? null,
    };
    const refused = refusedOf(await run(() => sign.mutateAsync({ body })));
    const count = things.length - refused.size;
    if (count > 0) showSuccess(say('signing.signedTogether', { count }));
    onDone(refused);
  };
  const fail = (failure: unknown) => {
    if (!(failure instanceof DOMException)) setError(failure);
  };
  return (
    <FormDialog
      title={say('signing.signTitle', { count: things.length })}
      act={say('signing.sign')}
      pending={sign.isPending}
      incomplete={choice.withKey === null}
      error={error}
      onSubmit={() => void act().catch(fail)}
      onClose={onClose}
    >
      <p className="soft small">{say('signing.signTogetherWhy')}</p>
      <KeyFields choice={choice} />
      {dialog}
    </FormDialog>
  );
}
