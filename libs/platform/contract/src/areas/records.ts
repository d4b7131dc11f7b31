import { z } from 'zod';
import { readSelection } from '../file-selection';
import { operation } from '../operation';
import { oneLine } from '../page';

/** As people type it: `C/3-7, N/4-9`. */
const TypedSelection = oneLine(300).refine((typed) => readSelection(typed) !== null, 'selection-not-understood');

export const DownloadSelection = z.object({ selection: TypedSelection });

export const recordOperations = {
  downloadNoteSheet: operation('GET', '/files/:fileId/note-sheet.pdf', { media: 'application/pdf', perMinute: 120 }),
  downloadWholeFile: operation('GET', '/files/:fileId/whole-file.pdf', { media: 'application/pdf', perMinute: 30 }),
  downloadSelection: operation('GET', '/files/:fileId/selection.pdf', {
    query: DownloadSelection,
    media: 'application/pdf',
    perMinute: 60,
  }),
};
