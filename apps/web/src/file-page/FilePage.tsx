import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFile } from '../custody/api';
import { useTranslations } from '../language/use-translations';
import classes from '../ui/page/page.module.css';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { useKeys } from '../ui/keyboard/keys';
import { Waiting } from '../ui/page/Waiting';
import { AwaitedOpinions } from '../consultations/AwaitedOpinions';
import { FileActs } from './acts/FileActs';
import { FileDetails } from './FileDetails';
import { FileDrafts } from '../drafts/FileDrafts';
import { FileHead } from './head/FileHead';
import { FileTabs } from './head/FileTabs';
import { RecallLine } from '../movement/taking-back/RecallLine';
import { Sheets } from './Sheets';
import headClasses from './head/head.module.css';
import { readTab } from './head/tabs';
import { isOverLimit } from '../movement/clock/use-explanation';
import { lazyPart } from '../ui/page/lazy-part';
import { TogetherStrip } from '../files/linked-files/TogetherStrip';
import { ParkedStrip } from '../movement/parking/ParkedStrip';
import { useSeen } from '../movement/parking/use-seen';
import { useOpening } from '../custody/use-opening';
import { rememberOpened } from '../ui/list/neighbours';

const FileMovements = lazyPart(
  () => import('../consultations/FileMovements').then((part) => part.FileMovements),
  <Waiting />,
);
const FileHistory = lazyPart(
  () => import('../files/history/FileHistory').then((part) => part.FileHistory),
  <Waiting />,
);
const Timeline = lazyPart(() => import('../files/timeline/Timeline').then((part) => part.Timeline), <Waiting />);
const ClockStrip = lazyPart(() => import('../movement/clock/ClockStrip').then((strip) => strip.ClockStrip));

/** A file on the desk. */
export function FilePage() {
  const { fileId } = useParams({ from: '/office/files/$fileId' });
  return <OpenFile key={fileId} fileId={fileId} />;
}

function OpenFile({ fileId }: { fileId: string }) {
  const { t } = useTranslations();
  const tab = useSearch({ from: '/office/files/$fileId', select: (search) => readTab(search.tab) });
  const { data: file, error } = useFile(fileId);
  const navigate = useNavigate();
  const toSheets = () => void navigate({ to: '/files/$fileId', params: { fileId }, search: {} });
  // A file is sent from its note sheet: elsewhere the key that sends turns to it.
  useKeys([{ key: 'ctrl+Enter', label: t('file.tab.sheets'), run: toSheets, hidden: true }], tab !== 'sheets');
  useOpening(file);
  useEffect(() => rememberOpened(fileId), [fileId]);
  useSeen(file);
  useTitle(file ? `${file.number} · ${file.subject}` : t('file.title'));
  if (!file) return error ? <PageError error={error} /> : <Waiting />;
  return (
    <main className={classes.page}>
      <FileHead file={file} />
      <div className={`${headClasses.bar ?? ''} not-printed`}>
        <FileTabs file={file} tab={tab} />
        <FileActs file={file} onSheets={tab === 'sheets'} />
      </div>
      {file.lastRecall && <RecallLine file={file} />}
      <ParkedStrip file={file} />
      {(file.clock.stop !== null || isOverLimit(file.clock)) && <ClockStrip file={file} />}
      <TogetherStrip file={file} />
      {file.opinionsAwaited > 0 && <AwaitedOpinions file={file} />}
      {tab === 'sheets' && <Sheets file={file} />}
      {tab === 'drafts' && <FileDrafts file={file} />}
      {tab === 'movements' && <FileMovements file={file} />}
      {tab === 'details' && <FileDetails file={file} />}
      {tab === 'history' && <FileHistory fileId={fileId} showsWhoSaw={file.showsWhoSaw} />}
      {tab === 'timeline' && <Timeline file={file} />}
    </main>
  );
}
