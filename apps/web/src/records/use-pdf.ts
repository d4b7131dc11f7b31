import { type FileSelection, type FileView, MOST_AT_ONCE, sizeOf, writeSelection } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { call } from '../api/call';
import { useTranslations } from '../language/use-translations';
import { announce, showSuccess } from '../ui/notices/announcements';
import { saveBytes } from '../ui/save-bytes';
import { useRefusal } from '../ui/notices/use-refusal';
import { notePdfsUnderWay } from '../evidence/pdfs-under-way';

export type PrintedFile = Pick<FileView, 'id' | 'number' | 'counts'>;
type Made = 'downloadNoteSheet' | 'downloadWholeFile' | 'downloadSelection';

/** PDFs of a file: a short one comes at once, a long one is asked for and made in the background. */
export function usePdf({ id: fileId, number, counts }: PrintedFile) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const ask = useCommand('askForPdf');
  const [working, setWorking] = useState<Made | null>(null);

  const fetchNow = async (operation: Made, name: string, fetchIt: () => Promise<Blob>) => {
    announce(t('file.pdfBegun'));
    setWorking(operation);
    try {
      saveBytes(await fetchIt(), `${number} ${name}.pdf`);
      return true;
    } catch (error) {
      refuse(error);
      return false;
    } finally {
      setWorking(null);
    }
  };
  const askFor = async (selection?: string) => {
    try {
      await ask.mutateAsync({ params: { fileId }, body: selection === undefined ? {} : { selection } });
      notePdfsUnderWay(true);
      showSuccess(t('pdfs.asked'));
      return true;
    } catch (error) {
      refuse(error);
      return false;
    }
  };

  return {
    working: working ?? (ask.isPending ? ('downloadWholeFile' as const) : null),
    noteSheet: () =>
      fetchNow('downloadNoteSheet', t('file.noteSheetPdf'), () => call('downloadNoteSheet', { params: { fileId } })),
    wholeFile: () =>
      counts.notes + counts.pages > MOST_AT_ONCE
        ? askFor()
        : fetchNow('downloadWholeFile', t('file.wholeFilePdf'), () =>
            call('downloadWholeFile', { params: { fileId } }),
          ),
    /** Answers whether it came, or is being made. */
    selection: (selected: FileSelection) => {
      const selection = writeSelection(selected);
      if (sizeOf(selected.notes) + sizeOf(selected.pages) > MOST_AT_ONCE) return askFor(selection);
      return fetchNow('downloadSelection', selection, () =>
        call('downloadSelection', { params: { fileId }, query: { selection } }),
      );
    },
  };
}
