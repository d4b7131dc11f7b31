import { EvidenceBundle } from '../evidence/EvidenceBundle';
import type { BulkDialogProps } from './ActDialog';

/** Has one evidence bundle made of all the files. */
export function BundleFilesDialog({ things: [file, ...also], onDone, onClose }: BulkDialogProps) {
  if (!file) return null;
  return <EvidenceBundle file={file} also={also} onAsked={() => onDone(new Map())} onClose={onClose} />;
}
