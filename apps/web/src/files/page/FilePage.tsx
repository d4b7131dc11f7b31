import { useParams, useSearch } from '@tanstack/react-router';
import { useFile } from '../../api/queries';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/use-refusal';
import { useTitle } from '../../ui/use-title';
import { Waiting } from '../../ui/Waiting';
import classes from './file.module.css';
import { FileDetails } from './FileDetails';
import { FileDrafts } from '../../drafts/FileDrafts';
import { FileHead } from './FileHead';
import { FileHistory } from '../history/FileHistory';
import { FileTabs } from './FileTabs';
import { Movements } from '../../movement/journey/Movements';
import { Sheets } from './Sheets';
import { readTab } from './tabs';
import { useOpening } from '../../custody/use-opening';

/** A file on the desk. */
export function FilePage() {
  const { fileId } = useParams({ from: '/office/files/$fileId' });
  return <OpenFile key={fileId} fileId={fileId} />;
}

function OpenFile({ fileId }: { fileId: string }) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const tab = useSearch({ from: '/office/files/$fileId', select: (search) => readTab(search.tab) });
  const { data: file, error } = useFile(fileId);
  useOpening(file);
  useTitle(file ? `${file.number} · ${file.subject}` : t('file.title'));
  if (!file)
    return error ? (
      <main className={classes.refused} role="alert">
        <h1>{t('page.notFoundTitle')}</h1>
        <p>{sentence(error)}</p>
      </main>
    ) : (
      <Waiting />
    );
  return (
    <main className={classes.page}>
      <FileHead file={file} />
      <FileTabs file={file} tab={tab} />
      {tab === 'sheets' && <Sheets file={file} />}
      {tab === 'drafts' && <FileDrafts file={file} />}
      {tab === 'movements' && <Movements file={file} />}
      {tab === 'details' && <FileDetails file={file} />}
      {tab === 'history' && <FileHistory fileId={fileId} />}
    </main>
  );
}
