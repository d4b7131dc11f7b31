import { FileInput, PasswordInput } from '@mantine/core';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { readAsBase64 } from './read-chosen-file';

/** The file with a key that somebody has chosen; `read` is what the contract takes of it. */
export function useChosenP12() {
  const { t } = useTranslations('signing');
  const [file, setFile] = useState<File | null>(null);
  const read = async () => (file ? await readAsBase64(file, t('signing.fileUnreadable')) : '');
  return { file, setFile, read };
}

interface P12FieldsProps {
  chosen: ReturnType<typeof useChosenP12>;
  /** Why this file is none. */
  error: ComponentProps<typeof FileInput>['error'];
  /** The password that opens the file, as the form holds it. */
  password: ComponentProps<typeof PasswordInput>;
}

/** A key as its authority gave it: the P12 file, and the password that opens it. */
export function P12Fields({ chosen: { file, setFile }, error, password }: P12FieldsProps) {
  const { t } = useTranslations('signing');
  return (
    <>
      <FileInput
        label={t('signing.file')}
        placeholder={t('signing.choose')}
        accept=".p12,.pfx,application/x-pkcs12"
        value={file}
        onChange={setFile}
        error={error}
        data-autofocus
      />
      <PasswordInput
        {...password}
        label={t('signing.filePassword')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
      />
    </>
  );
}
