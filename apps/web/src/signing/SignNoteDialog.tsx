import { useState } from 'react';
import { announce } from '../ui/announcements';
import { FormDialog } from '../ui/FormDialog';
import { isGivenUp } from '../ui/use-refusal';
import { useSignNote } from './api';
import { KeyFields } from './KeyFields';
import { useConfirmed } from './use-confirmed';
import { useKeyChoice } from './use-key-choice';
import { useSigningWords } from './use-words';

export interface SignNoteDialogProps {
  fileId: string;
  /** The version of the note that is signed. */
  version: number;
  onSigned: (version: number) => void;
  onClose: () => void;
}

/** With which of his keys the author signs his note. */
export function SignNoteDialog({ fileId, version, onSigned, onClose }: SignNoteDialogProps) {
  const say = useSigningWords();
  const choice = useKeyChoice({ tokens: false });
  const sign = useSignNote();
  const { run, dialog } = useConfirmed();
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    if (!choice.withKey) return;
    setError(null);
    const { keyId, passphrase = null } = choice.withKey;
    const request = { params: { fileId }, body: { keyId, passphrase }, ifMatch: version };
    onSigned((await run(() => sign.mutateAsync(request))).version);
    announce(say('signing.noteSigned'));
  };
  const fail = (failure: unknown) => {
    if (!isGivenUp(failure)) setError(failure);
  };
  return (
    <FormDialog
      title={say('signing.signNote')}
      act={say('signing.sign')}
      pending={sign.isPending}
      incomplete={choice.withKey === null}
      error={error}
      onSubmit={() => void act().catch(fail)}
      onClose={onClose}
    >
      <p className="soft small">{say('signing.signNoteWhy')}</p>
      <KeyFields choice={choice} />
      {dialog}
    </FormDialog>
  );
}
