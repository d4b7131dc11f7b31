import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { saveBytes } from '../../ui/save-bytes';
import { useRefusal } from '../../ui/notices/use-refusal';
import { readChosenFile } from '../read-chosen-file';
import { fileToSign, type LetterPreparedForToken, type MadeOfLetter, signaturesIn } from './signatures-file';

interface SeveralTokenFieldsProps {
  letters: readonly { readonly id: string; readonly number: string }[];
  keyId: string;
  onMade: (made: readonly MadeOfLetter[]) => void;
}

/** A token signs several letters in one go: one file with what it signs is saved here, and one with its signatures chosen here. */
export function SeveralTokenFields({ letters, keyId, onMade }: SeveralTokenFieldsProps) {
  const { t } = useTranslations('signing');
  const refuse = useRefusal();
  const prepare = useCommand('prepareLetters');
  const [prepared, setPrepared] = useState<readonly LetterPreparedForToken[]>([]);
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<number | null>(null);
  const forget = () => {
    setFile(null);
    setFound(null);
    onMade([]);
  };
  const save = async () => {
    const numbers = new Map(letters.map(({ id, number }) => [id, number]));
    const { items } = await prepare.mutateAsync({ body: { issueIds: [...numbers.keys()], keyId } });
    const ready = items.flatMap(({ id, prepared }) =>
      prepared ? [{ ...prepared, id, number: numbers.get(id) ?? '' }] : [],
    );
    saveBytes(new Blob([fileToSign(ready)], { type: 'text/plain' }), 'to-sign.txt');
    setPrepared(ready);
    forget();
  };
  const take = async (chosen: File | null) => {
    forget();
    if (!chosen) return;
    const made = signaturesIn(await readChosenFile(chosen.text(), t('signing.fileUnreadable')), prepared);
    setFile(chosen);
    setFound(made.length);
    onMade(made);
  };
  return (
    <>
      <p className="soft small">{t('signing.tokensWhy')}</p>
      <div>
        <Button variant="default" loading={prepare.isPending} onClick={() => void save().catch(refuse)}>
          {t('signing.prepare')}
        </Button>
      </div>
      <FileInput
        label={t('signing.signaturesFile')}
        placeholder={t('signing.choose')}
        accept=".txt,text/plain"
        disabled={prepared.length === 0}
        value={file}
        onChange={(chosen) => void take(chosen).catch(refuse)}
        error={found === 0 ? t('signing.noSignatures') : undefined}
      />
      {found !== null && found > 0 && (
        <p role="status">{t('signing.signaturesFound', { found, of: letters.length })}</p>
      )}
    </>
  );
}
