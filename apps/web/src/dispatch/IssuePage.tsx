import type { IssueView } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../api/call';
import { useIssue } from '../api/queries';
import { saveBytes } from '../ui/save-bytes';
import { useTranslations } from '../language/use-translations';
import { useRefusal, useSentence } from '../ui/use-refusal';
import { useTitle } from '../ui/use-title';
import { Waiting } from '../ui/Waiting';
import { Pill } from '../ui/Badges';
import { DocumentViewer } from '../documents/viewer/DocumentViewer';
import classes from './dispatch.module.css';
import { RecipientList } from './RecipientList';

/** An issued letter: the signed page, and whom it has reached. */
export function IssuePage() {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { issueId } = useParams({ from: '/office/issues/$issueId' });
  const { data: issue, error, refetch } = useIssue(issueId);
  useMailWatched(issue, refetch);
  useTitle(issue?.number ?? t('dispatch.title'));
  if (issue) return <Issue issue={issue} />;
  if (!error) return <Waiting />;
  return (
    <main className={classes.message} role="alert">
      <h1>{t('page.notFoundTitle')}</h1>
      <p>{sentence(error)}</p>
    </main>
  );
}

const MAIL_WATCH_MS = 3_000;

/** Mail leaves a moment after it was asked for; until then the page looks again. */
function useMailWatched(issue: IssueView | undefined, look: () => unknown): void {
  const waiting = issue?.dispatches.some(({ state }) => state === 'queued') ?? false;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(look, MAIL_WATCH_MS);
    return () => clearInterval(timer);
  }, [waiting, look]);
}

function Issue({ issue }: { issue: IssueView }) {
  return (
    <main className={classes.page}>
      <IssueHead issue={issue} />
      <div className={classes.sheets}>
        <div className={classes.left}>
          <RecipientList key={issue.dispatches.length} issue={issue} />
        </div>
        <div className={classes.right}>
          <DocumentViewer documentId={issue.documentId} title={issue.number}>
            <OriginalButton issue={issue} />
          </DocumentViewer>
        </div>
      </div>
    </main>
  );
}

function IssueHead({ issue }: { issue: IssueView }) {
  const { t, translate, day } = useTranslations();
  return (
    <header className={classes.head}>
      <span className={`${classes.number ?? ''} mono`}>{issue.number}</span>
      <Pill>{day(issue.issuedOn)}</Pill>
      <h1 className={classes.subject}>{issue.subject}</h1>
      <Pill kind={issue.dispatched < issue.recipients ? 'yellow' : 'accent'}>
        {t('dispatch.served', { done: issue.dispatched, all: issue.recipients })}
      </Pill>
      <span className={classes.signed}>
        {t('dispatch.signedBy', {
          name: translate(issue.signedBy.name),
          designation: translate(issue.signedBy.designation),
        })}
      </span>
      {issue.file && (
        <Link to="/files/$fileId" params={{ fileId: issue.file.id }} className="mono">
          {issue.file.number}
        </Link>
      )}
    </header>
  );
}

/** The very bytes that were signed, for whoever wants to verify them. */
function OriginalButton({ issue }: { issue: IssueView }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const [working, setWorking] = useState(false);
  const act = async () => {
    setWorking(true);
    try {
      saveBytes(await call('downloadDocument', { params: { documentId: issue.documentId } }), `${issue.number}.pdf`);
    } catch (error) {
      refuse(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button variant="default" size="compact-sm" loading={working} onClick={() => void act()}>
      {t('dispatch.original')}
    </Button>
  );
}
