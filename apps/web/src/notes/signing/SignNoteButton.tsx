import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useRefusal } from '../../ui/notices/use-refusal';
import { SignNoteDialog } from './SignNoteDialog';

interface SignNoteButtonProps {
  fileId: string;
  /** Saves what was typed; null when it could not be saved. */
  save: () => Promise<number | null>;
  onSigned: (version: number) => void;
  disabled?: boolean;
}

/** Confirms the note in writing and signs it, with a key of its author. */
export function SignNoteButton({ fileId, save, onSigned, disabled = false }: SignNoteButtonProps) {
  const { t } = useTranslations('signing');
  const refuse = useRefusal();
  /** The version that was saved when the dialog was opened. */
  const [version, setVersion] = useState<number | null>(null);
  const close = () => setVersion(null);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        disabled={disabled}
        onClick={() => void save().then(setVersion).catch(refuse)}
      >
        {t('signing.signNote')}
      </Button>
      {version !== null && (
        <SignNoteDialog
          fileId={fileId}
          version={version}
          onSigned={(signed) => {
            onSigned(signed);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
