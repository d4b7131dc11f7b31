import type { Reference } from '../written-reference';

/** What every dialog of this folder is given. */
export interface ReferDialogProps {
  onPick: (reference: Reference) => void;
  onClose: () => void;
}
