import type { FileRow, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { type RefusedFiles, refusedOf, useBulkAct, useCheck } from './api';
import { Foretold, possible } from './Foretold';

export interface BulkDialogProps {
  files: readonly Named<FileRow>[];
  /** @param refused what the act could not touch. */
  onDone: (refused: RefusedFiles) => void;
  onClose: () => void;
}

/** Marks the files as opened, as if each had been: it says before what comes of that. */
export function OpenFilesDialog({ files, onDone, onClose }: BulkDialogProps) {
  const { t } = useTranslations();
  const act = { kind: 'open' } as const;
  const fileIds = files.map(({ id }) => id);
  const check = useCheck(fileIds, act);
  const open = useBulkAct();
  const submit = () =>
    open.mutate(
      { body: { fileIds, act } },
      {
        onSuccess: (answer) => {
          const refused = refusedOf(answer);
          showSuccess(t('bulk.opened', { count: possible(files, refused) }));
          onDone(refused);
        },
      },
    );
  return (
    <FormDialog
      title={t('bulk.open')}
      act={t('bulk.open')}
      pending={open.isPending}
      incomplete={check.data !== undefined && possible(files, check.data) === 0}
      error={open.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('bulk.openWhy')}</p>
      <Foretold files={files} check={check} />
    </FormDialog>
  );
}
