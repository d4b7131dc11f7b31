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
const HOLDS = ['holdsFile', 'holdsLetters', 'holdsEvents', 'holdsProofs', 'holdsCertificate'] as const;

/** Says what an evidence bundle is and how a stranger checks it, and has it made. */
export function EvidenceBundle({ file, onClose }: { file: PrintedFile; onClose: () => void }) {
  const say = useWords();
  const refuse = useRefusal();
  const ask = useAskForPdf();
  const submit = async () => {
    try {
      await ask.mutateAsync({ params: { fileId: file.id }, body: { form: 'bundle' } });
      notePdfsUnderWay(true);
      showSuccess(say('asked'));
      onClose();
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <FormDialog
      title={say('title', { number: file.number })}
      act={say('make')}
      pending={ask.isPending}
      size={560}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{say('why')}</p>
      <ul>
        {HOLDS.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <p>{say('how')}</p>
      <p className="soft">{say('recorded')}</p>
    </FormDialog>
  );
}
