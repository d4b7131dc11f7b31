import type { AskedElsewhere } from '../reference-node';
import type { ReferDialogProps } from './refer-dialog';
import { ReferToAct } from './ReferToAct';
import { ReferToFile } from './ReferToFile';
import { ReferToOrder } from './ReferToOrder';

/** Asks to what exactly the note shall refer that lies on no sheet of its file. */
export function ReferElsewhere({ asked, ...dialog }: ReferDialogProps & { asked: AskedElsewhere }) {
  if (asked === 'file') return <ReferToFile {...dialog} />;
  if (asked === 'act') return <ReferToAct {...dialog} />;
  return <ReferToOrder {...dialog} />;
}
