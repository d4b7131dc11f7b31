import { operation } from '../operation';

export const recordOperations = {
  downloadNoteSheet: operation('GET', '/files/:fileId/note-sheet.pdf', { media: 'application/pdf', perMinute: 120 }),
  downloadWholeFile: operation('GET', '/files/:fileId/whole-file.pdf', { media: 'application/pdf', perMinute: 30 }),
};
