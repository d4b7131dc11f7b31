import { Checkbox } from '@mantine/core';
import en from '@messages/en/evidence-bundle.json';
import hi from '@messages/hi/evidence-bundle.json';
import { useState } from 'react';
import { ownWords } from '../language/own-words';
import { showSuccess } from '../ui/announcements';
import { FormDialog } from '../ui/FormDialog';
import { useRefusal } from '../ui/use-refusal';
import { useAskForPdf } from './api';
import classes from './evidence-bundle.module.css';
import { notePdfsUnderWay } from './pdfs-under-way';
import type { PrintedFile } from './use-pdf';

const { useWords } = ownWords({ en, hi });
const IN_EACH = ['holdsProofs', 'holdsCertificate'] as const;
const OF_FILE = ['holdsFile', 'holdsLetters', 'holdsEvents', ...IN_EACH] as const;
const OF_LETTER = ['holdsLetter', 'holdsEvents', ...IN_EACH] as const;
const FOR_RTI = ['holdsCopies', 'holdsHashes', ...IN_EACH] as const;

interface EvidenceBundleProps {
  file: Pick<PrintedFile, 'id' | 'number'>;
  /** The letter that it is about, instead of the whole file. */
  letter?: { readonly id: string; readonly number: string };
  onClose: () => void;
}

/** Says what an evidence bundle is and how a stranger checks it, and has it made. */
export function EvidenceBundle({ file, letter, onClose }: EvidenceBundleProps) {
  const say = useWords();
  const refuse = useRefusal();
  const ask = useAskForPdf();
  const [isForRti, setForRti] = useState(false);
  const submit = async () => {
    try {
      const form = isForRti ? 'rti_bundle' : 'bundle';
      await ask.mutateAsync({ params: { fileId: file.id }, body: { form, ...(letter && { issueId: letter.id }) } });
      notePdfsUnderWay(true);
      showSuccess(say('asked'));
      onClose();
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <FormDialog
      title={say('title', { number: (letter ?? file).number })}
      act={say('make')}
      pending={ask.isPending}
      size={560}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className={classes.told}>
        <p>{say('why')}</p>
        <Checkbox
          label={say('forRti')}
          description={say('forRtiWhy')}
          checked={isForRti}
          onChange={(event) => setForRti(event.currentTarget.checked)}
        />
        <ul>
          {(isForRti ? FOR_RTI : letter ? OF_LETTER : OF_FILE).map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
        <p>{say('how')}</p>
        <p className="soft">{say('recorded')}</p>
      </div>
    </FormDialog>
  );
}
