import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';
import { readAsBase64 } from '../read-chosen-file';
import { useConfirmed } from '../use-confirmed';

interface AddTokenDialogProps {
  onAdded: () => void;
  onClose: () => void;
}

/** Says which certificates a token has; its key never leaves it. */
export function AddTokenDialog({ onAdded, onClose }: AddTokenDialogProps) {
  const { t } = useTranslations('signing');
  const add = useCommand('addTokenKey');
  const { run, dialog } = useConfirmed();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>(null);
  const act = async (chosen: File) => {
    setError(null);
    const certificates = await readAsBase64(chosen, t('signing.fileUnreadable'));
    await run(() => add.mutateAsync({ body: { certificates } }));
    onAdded();
  };
  const fail = (failure: unknown) => {
    if (!isGivenUp(failure)) setError(failure);
  };
  return (
    <FormDialog
      title={t('signing.addToken')}
      act={t('signing.keep')}
      pending={add.isPending}
      incomplete={file === null}
      error={error}
      onSubmit={() => file && void act(file).catch(fail)}
      onClose={onClose}
    >
      <p className="soft small">{t('signing.addTokenWhy')}</p>
      <FileInput
        label={t('signing.certificateFile')}
        placeholder={t('signing.choose')}
        accept=".pem,.crt,.cer,.der"
        value={file}
        onChange={setFile}
        data-autofocus
      />
      {dialog}
    </FormDialog>
  );
}
