import type { AskedElsewhere } from '../reference-node';
import type { Reference } from '../written-reference';
import { ReferToAct } from './ReferToAct';
import { ReferToFile } from './ReferToFile';
import { ReferToOrder } from './ReferToOrder';

export interface ReferDialogProps {
  onPick: (reference: Reference) => void;
  onClose: () => void;
}

/** Asks to what exactly the note shall refer that lies on no sheet of its file. */
export function ReferElsewhere({ asked, ...dialog }: ReferDialogProps & { asked: AskedElsewhere }) {
  if (asked === 'file') return <ReferToFile {...dialog} />;
  if (asked === 'act') return <ReferToAct {...dialog} />;
  return <ReferToOrder {...dialog} />;
}
