import type { ReactNode } from 'react';
import { FormDialog } from '../ui/FormDialog';
import { type RequestedAct, type Refused, useBulkAct, useCheck } from './api';
import { PreviewedRefusals, possible } from './PreviewedRefusals';
import type { KindOfThing, MovedThing, Thing } from './thing';

export interface BulkDialogProps<Of extends KindOfThing = MovedThing> {
  of: Of;
  things: readonly Thing[];
  /** @param refused what the act could not touch. */
  onDone: (refused: Refused) => void;
  onClose: () => void;
}

interface ActDialogProps extends BulkDialogProps {
  title: string;
  /** On the button, where it is not the title. */
  button?: string;
  size?: number;
  /** What is to be done; null while something is missing. */
  asked: RequestedAct | null;
  /** What is asked of it beforehand, where that is less. */
  previewed?: RequestedAct | null;
  /** Says what was done, unless nothing was. */
  tell: (done: readonly Thing[]) => void;
  /** Whether the fields fit, and what of them the office refused. */
  check?: () => boolean;
  refuse?: (error: unknown) => void;
  children: ReactNode;
}

/** One act to several files or receipts: it says before what comes of it. */
export function ActDialog({ of, things, title, asked, tell, children, onDone, onClose, ...fields }: ActDialogProps) {
  const { button = title, size, previewed = asked, check, refuse = () => undefined } = fields;
  const ids = things.map(({ id }) => id);
  const checked = useCheck(ids, previewed);
  const doing = useBulkAct();
  const submit = () => {
    if (asked === null || check?.() === false) return;
    // Also when all have left the list, and this dialog with them, before the answer is here.
    doing.execute(ids, asked).then((refused) => {
      const done = things.filter(({ id }) => !refused.has(id));
      if (done.length > 0) tell(done);
      onDone(refused);
    }, refuse);
  };
  return (
    <FormDialog
      title={title}
      act={button}
      {...(size !== undefined && { size })}
      pending={doing.isPending}
      incomplete={asked === null || (checked.data !== undefined && possible(things, checked.data) === 0)}
      error={doing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      <PreviewedRefusals of={of} things={things} check={checked} />
    </FormDialog>
  );
}
