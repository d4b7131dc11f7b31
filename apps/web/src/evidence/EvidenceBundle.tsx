import { Checkbox } from '@mantine/core';
import { type FileView, MOST_FILES_IN_BUNDLE } from '@patravali/contract';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useCommand } from '../api/use-command';
import { showSuccess } from '../ui/notices/announcements';
import { FormDialog } from '../ui/FormDialog';
import { useRefusal } from '../ui/notices/use-refusal';
import classes from './evidence-bundle.module.css';
import { notePdfsUnderWay } from './pdfs-under-way';

const IN_EACH = ['holdsProofs', 'holdsCertificate'] as const;
const OF_FILE = ['holdsFile', 'holdsLetters', 'holdsEvents', ...IN_EACH] as const;
const OF_LETTER = ['holdsLetter', 'holdsEvents', ...IN_EACH] as const;
const OF_FILES = ['holdsFiles', 'holdsLettersOfFiles', 'holdsEventsOfFiles', ...IN_EACH] as const;
const FOR_RTI = ['holdsCopies', 'holdsHashes', ...IN_EACH] as const;
const FOR_RTI_OF_FILES = ['holdsCopies', 'holdsHashesOfFiles', ...IN_EACH] as const;

interface EvidenceBundleProps {
  file: Pick<FileView, 'id' | 'number'>;
  /** The letter that it is about, instead of the whole file. */
  letter?: { readonly id: string; readonly number: string };
  /** The files that lie in it besides. */
  also?: readonly { readonly id: string }[];
  /** When it is under way, where that is more than to close the dialog. */
  onAsked?: () => void;
  onClose: () => void;
}

/** Says what an evidence bundle is and how a stranger checks it, and has it made. */
export function EvidenceBundle({ file, letter, also = [], onAsked, onClose }: EvidenceBundleProps) {
  const { t } = useTranslations('evidence-bundle');
  const refuse = useRefusal();
  const ask = useCommand('askForPdf');
  const [isForRti, setForRti] = useState(false);
  const submit = async () => {
    try {
      const form = isForRti ? 'rti_bundle' : 'bundle';
      const alsoFileIds = also.map(({ id }) => id);
      const of = { ...(letter && { issueId: letter.id }), ...(alsoFileIds.length > 0 && { alsoFileIds }) };
      await ask.mutateAsync({ params: { fileId: file.id }, body: { form, ...of } });
      notePdfsUnderWay(true);
      showSuccess(t('asked'));
      (onAsked ?? onClose)();
    } catch (error) {
      refuse(error);
    }
  };
  const count = 1 + also.length;
  const whole = letter ? OF_LETTER : count > 1 ? OF_FILES : OF_FILE;
  const holds = isForRti ? (count > 1 ? FOR_RTI_OF_FILES : FOR_RTI) : whole;
  const tooMany = count > MOST_FILES_IN_BUNDLE;
  return (
    <FormDialog
      title={count > 1 ? t('titleOfFiles', { count }) : t('title', { number: (letter ?? file).number })}
      act={t('make')}
      pending={ask.isPending}
      incomplete={tooMany}
      size={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.told}>
        {tooMany && <p role="alert">{t('tooMany', { count: MOST_FILES_IN_BUNDLE })}</p>}
        <p>{t('why')}</p>
        <Checkbox
          label={t('forRti')}
          description={t('forRtiWhy')}
          checked={isForRti}
          onChange={(event) => setForRti(event.currentTarget.checked)}
        />
        <ul>
          {holds.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <p>{t('how')}</p>
        <p className="soft">{t('recorded')}</p>
      </div>
    </FormDialog>
  );
}
