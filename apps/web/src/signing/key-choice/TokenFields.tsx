import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { saveBytes } from '../../ui/save-bytes';
import { useRefusal } from '../../ui/notices/use-refusal';
import { readAsBase64 } from '../read-chosen-file';
import type { MadeByToken } from './use-key-choice';

interface TokenFieldsProps {
  /** Of the file that the token is given. */
  name: string;
  prepare: () => Promise<{ readonly toSign: string; readonly at: string }>;
  onMade: (made: MadeByToken | null) => void;
}

/** A token signs in two steps: what it signs is saved here, and its signature chosen here. */
export function TokenFields({ name, prepare, onMade }: TokenFieldsProps) {
  const { t } = useTranslations('signing');
  const refuse = useRefusal();
  const [isPreparing, setIsPreparing] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const save = async () => {
    const { toSign, at: prepared } = await prepare();
    const bytes = Uint8Array.from(atob(toSign), (letter) => letter.charCodeAt(0));
    saveBytes(new Blob([bytes], { type: 'application/octet-stream' }), `${name}.der`);
    setAt(prepared);
    setFile(null);
    onMade(null);
  };
  const begin = () => {
    setIsPreparing(true);
    void save()
      .catch(refuse)
      .finally(() => setIsPreparing(false));
  };
  const take = async (chosen: File | null) => {
    setFile(chosen);
    onMade(chosen && at !== null ? { signature: await readAsBase64(chosen, t('signing.fileUnreadable')), at } : null);
  };
  return (
    <>
      <p className="soft small">{t('signing.tokenWhy')}</p>
      <div>
        <Button variant="default" loading={isPreparing} onClick={begin}>
          {t('signing.prepare')}
        </Button>
      </div>
      <FileInput
        label={t('signing.signatureFile')}
        placeholder={t('signing.choose')}
        disabled={at === null}
        value={file}
        onChange={(chosen) => void take(chosen).catch(refuse)}
      />
    </>
  );
}
