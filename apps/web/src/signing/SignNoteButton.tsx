import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../ui/announcements';
import { FormDialog } from '../ui/FormDialog';
import { useRefusal } from '../ui/use-refusal';
import { useSignNote } from './api';
import { KeyFields } from './KeyFields';
import { useConfirmed } from './use-confirmed';
import { useKeyChoice } from './use-key-choice';
import { useSigningWords } from './use-words';

interface SignNoteButtonProps {
  fileId: string;
  /** Saves what was typed; null when it could not be saved. */
  save: () => Promise<number | null>;
  onSigned: (version: number) => void;
  disabled?: boolean;
}

/** Confirms the note in writing and signs it, with a key of its author. */
export function SignNoteButton({ fileId, save, onSigned, disabled = false }: SignNoteButtonProps) {
  const say = useSigningWords();
  const refuse = useRefusal();
  const choice = useKeyChoice({ tokens: false });
  const sign = useSignNote();
  const { run, dialog } = useConfirmed();
  /** The version that was saved when the dialog was opened. */
  const [version, setVersion] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    if (!choice.withKey || version === null) return;
    setError(null);
    const { keyId, passphrase = null } = choice.withKey;
    const request = { params: { fileId }, body: { keyId, passphrase }, ifMatch: version };
    onSigned((await run(() => sign.mutateAsync(request))).version);
    announce(say('signing.noteSigned'));
    setVersion(null);
  };
  const fail = (failure: unknown) => {
    if (!(failure instanceof DOMException)) setError(failure);
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        disabled={disabled}
        onClick={() => void save().then(setVersion).catch(refuse)}
      >
        {say('signing.signNote')}
      </Button>
      {version !== null && (
        <FormDialog
          title={say('signing.signNote')}
          act={say('signing.sign')}
          pending={sign.isPending}
          incomplete={choice.withKey === null}
          error={error}
          onSubmit={() => void act().catch(fail)}
          onClose={() => setVersion(null)}
        >
          <p className="soft small">{say('signing.signNoteWhy')}</p>
          <KeyFields choice={choice} />
          {dialog}
        </FormDialog>
      )}
    </>
  );
}
