import { Button } from '@mantine/core';
import { call } from '../../api/call';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { useDownload } from '../../ui/use-download';
import { ListDialog } from './ListDialog';

/** The people of the office move in and out as a list. */
export function PeopleListButtons() {
  const { t } = useTranslations('establishment');
  return (
    <>
      <DialogButton
        label={t('establishment.importPeople')}
        variant="default"
        dialog={(close) => <ImportPeople onClose={close} />}
      />
      <ExportButton kind="csv" name={t('page.accounts')} load={() => call('exportPeopleCsv', { query: {} })} />
      <ExportButton kind="xlsx" name={t('page.accounts')} load={() => call('exportPeopleXlsx', { query: {} })} />
    </>
  );
}

/** So do its posts. */
export function PostListButtons() {
  const { t } = useTranslations('establishment');
  return (
    <>
      <DialogButton
        label={t('establishment.importPosts')}
        variant="default"
        dialog={(close) => <ImportPosts onClose={close} />}
      />
      <ExportButton kind="csv" name={t('people.title')} load={() => call('exportPostsCsv', { query: {} })} />
      <ExportButton kind="xlsx" name={t('people.title')} load={() => call('exportPostsXlsx', { query: {} })} />
    </>
  );
}

function ImportPeople({ onClose }: { onClose: () => void }) {
  const { t } = useTranslations('establishment');
  const check = useCommand('checkPeopleList');
  const enter = useCommand('importPeople');
  return (
    <ListDialog
      title={t('establishment.importPeople')}
      why={t('establishment.peopleListWhy')}
      template={() => call('exportPeopleXlsx', { query: { empty: true } })}
      check={(body) => check.mutateAsync({ body })}
      enter={(body) => enter.mutateAsync({ body })}
      onClose={onClose}
    />
  );
}

function ImportPosts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslations('establishment');
  const check = useCommand('checkPostList');
  const enter = useCommand('importPosts');
  return (
    <ListDialog
      title={t('establishment.importPosts')}
      why={t('establishment.postListWhy')}
      template={() => call('exportPostsXlsx', { query: { empty: true } })}
      check={(body) => check.mutateAsync({ body })}
      enter={(body) => enter.mutateAsync({ body })}
      onClose={onClose}
    />
  );
}

interface ExportButtonProps {
  kind: 'csv' | 'xlsx';
  name: string;
  load: () => Promise<Blob>;
}

function ExportButton({ kind, name, load }: ExportButtonProps) {
  const { t } = useTranslations('establishment');
  const { isWorking, download } = useDownload();
  return (
    <Button variant="default" loading={isWorking} onClick={() => download(`${name}.${kind}`, load)}>
      {t('establishment.exportAs', { kind: kind.toUpperCase() })}
    </Button>
  );
}
