import en from '@messages/en/evidence-bundle.json';
import hi from '@messages/hi/evidence-bundle.json';
import { ownWords } from '../language/own-words';
import { showSuccess } from '../ui/announcements';
import { FormDialog } from '../ui/FormDialog';
import { useRefusal } from '../ui/use-refusal';
import { useAskForPdf } from './api';
import { notePdfsUnderWay } from './pdfs-under-way';
import type { PrintedFile } from './use-pdf';

const { useWords } = ownWords({ en, hi });
const IN_EACH = ['holdsEvents', 'holdsProofs', 'holdsCertificate'] as const;
const OF_FILE = ['holdsFile', 'holdsLetters', ...IN_EACH] as const;
const OF_LETTER = ['holdsLetter', ...IN_EACH] as const;

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
  const submit = async () => {
    try {
      const body = { form: 'bundle' as const, ...(letter && { issueId: letter.id }) };
      await ask.mutateAsync({ params: { fileId: file.id }, body });
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
      <p>{say('why')}</p>
      <ul>
        {(letter ? OF_LETTER : OF_FILE).map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <p>{say('how')}</p>
      <p className="soft">{say('recorded')}</p>
    </FormDialog>
  );
}
