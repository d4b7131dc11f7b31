import type { FileRow, Named } from '@patravali/contract';
import type { ReactNode } from 'react';
import { showSuccess } from '../../ui/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { type Act, type RefusedFiles, refusedOf, useBulkAct, useCheck } from './api';
import { Foretold, possible } from './Foretold';

export interface BulkDialogProps {
  files: readonly Named<FileRow>[];
  /** @param refused what the act could not touch. */
  onDone: (refused: RefusedFiles) => void;
  onClose: () => void;
}

interface ActDialogProps extends BulkDialogProps {
  title: string;
  /** What is to be done; null while something is missing. */
  act: Act | null;
  /** What is said afterwards. */
  done: (count: number) => string;
  /** Whether the fields fit, and what of them the office refused. */
  check?: () => boolean;
  refuse?: (error: unknown) => void;
  children: ReactNode;
}

/** One act to several files: it says before what comes of it. */
export function ActDialog({ files, title, act, done, children, onDone, onClose, ...fields }: ActDialogProps) {
  const { check, refuse = () => undefined } = fields;
  const fileIds = files.map(({ id }) => id);
  const checked = useCheck(fileIds, act);
  const doing = useBulkAct();
  const submit = () => {
    if (act === null || check?.() === false) return;
    doing.mutateAsync({ body: { fileIds, act } }).then((answer) => {
      const refused = refusedOf(answer);
      showSuccess(done(possible(files, refused)));
      onDone(refused);
    }, refuse);
  };
  return (
    <FormDialog
      title={title}
      act={title}
      pending={doing.isPending}
      incomplete={act === null || (checked.data !== undefined && possible(files, checked.data) === 0)}
      error={doing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      <Foretold files={files} check={checked} />
    </FormDialog>
  );
}
