import { addresseeInBrief, type IssueView, type Named, printedIssueCode, VERIFY_PATH } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Link, useLocation, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useIssue } from '../../correspondence/api';
import { DialogButton } from '../../ui/DialogButton';
import { RareActs } from '../../ui/RareActs';
import { useTranslations } from '../../language/use-translations';
import page from '../../ui/page/page.module.css';
import { Subject } from '../../ui/page/Subject';
import { lazyPart } from '../../ui/page/lazy-part';
import { wordsOfAddress } from '../../ui/page/found-in-address';
import { PageError } from '../../ui/page/PageError';
import { TwoSheets } from '../../ui/page/TwoSheets';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { Pill } from '../../ui/Badges';
import { Time } from '../../ui/Time';
import { Actor } from '../../organisation/Actor';
import { CopyForRti } from '../../documents/CopyForRti';
import { EnclosedDocuments } from '../../documents/enclosures/EnclosedDocuments';
import { DocumentViewer } from '../../documents/viewer/DocumentViewer';
import { DownloadButton } from '../../documents/viewer/DownloadButton';
import { SignedBy } from './SignedBy';
import classes from '../dispatch.module.css';
import { RecipientList } from '../recipients/RecipientList';
import { sendingSummary } from '../sending-summary';
import { Withdrawal } from '../Withdrawal';
import { silentOf } from '../../correspondence/silent';

const EvidenceBundle = lazyPart(() => import('../../evidence/EvidenceBundle').then((dialog) => dialog.EvidenceBundle));
const WithdrawDialog = lazyPart(() => import('./WithdrawDialog').then((dialog) => dialog.WithdrawDialog));

/** An issued letter: the signed page, and whom it has reached. */
export function IssuePage() {
  const { t } = useTranslations('outward');
  const { issueId } = useParams({ from: '/office/issues/$issueId' });
  const { data: issue, error, refetch } = useIssue(issueId);
  useMailWatched(issue, refetch);
  useTitle(issue?.number ?? t('dispatch.title'));
  if (issue) return <Issue issue={issue} />;
  return error ? <PageError error={error} /> : <Waiting />;
}

const MAIL_WATCH_MS = 3_000;

/** Mail leaves a moment after it was asked for; until then the page looks again. */
function useMailWatched(issue: Named<IssueView> | undefined, look: () => unknown): void {
  const waiting = (issue?.queued ?? 0) > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(look, MAIL_WATCH_MS);
    return () => clearInterval(timer);
  }, [waiting, look]);
}

function Issue({ issue }: { issue: Named<IssueView> }) {
  const { t } = useTranslations('outward');
  const [shown, setShown] = useState<number | null>(null);
  const { found } = useSearch({ from: '/office/issues/$issueId' });
  const marked = useMemo(() => (found === undefined ? undefined : wordsOfAddress(found)), [found]);
  useFocusAtHash();
  const ownCopyId = shown === null ? null : (issue.sendings[shown]?.ownCopyId ?? null);
  return (
    <main className={page.page}>
      <IssueHead issue={issue} />
      {issue.withdrawn && (
        <div className={classes.withdrawn}>
          <Withdrawal withdrawn={issue.withdrawn} linked />
        </div>
      )}
      <TwoSheets
        left={
          <>
            <RecipientList key={openedFor(issue)} issue={issue} onShow={setShown} />
            <div className={classes.enclosed}>
              <EnclosedDocuments enclosed={issue.enclosedDocuments} fileId={issue.file?.id} />
            </div>
            <SignedBy signatures={issue.signatures} sealRevocation={issue.sealRevocation} />
          </>
        }
        right={
          <DocumentViewer documentId={ownCopyId ?? issue.documentId} title={issue.number} marked={marked}>
            {ownCopyId !== null && (
              <Button variant="default" size="compact-sm" onClick={() => setShown(null)}>
                {t('outward.showLetter')}
              </Button>
            )}
            <DownloadButton
              documentId={ownCopyId ?? issue.documentId}
              name={issue.number}
              label={t('dispatch.original')}
            />
            {issue.file && <CopyForRti fileId={issue.file.id} documentId={ownCopyId ?? issue.documentId} />}
            <Bundling issue={issue} />
          </DocumentViewer>
        }
      />
    </main>
  );
}

/** Who comes to dispatch the letter has the focus on that button, which the address names. */
function useFocusAtHash(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.focus();
  }, [hash]);
}

/** The form begins anew when somebody has been sent the letter or an address has changed. */
const openedFor = ({ sendings }: Named<IssueView>): string =>
  sendings.map(({ state, email }) => `${state} ${email ?? ''}`).join();

function IssueHead({ issue }: { issue: Named<IssueView> }) {
  const { t, day } = useTranslations('outward');
  return (
    <header className={page.head} data-lined>
      <span className={`${classes.number ?? ''} mono`}>{issue.number}</span>
      <Pill>{day(issue.issuedOn)}</Pill>
      <Subject>{issue.subject}</Subject>
      <Pill kind={issue.dispatched + issue.notToBeSent < issue.recipients ? 'yellow' : 'accent'}>
        {sendingSummary(issue, t)}
      </Pill>
      <Code code={issue.code} />
      <WhoDidWhat issue={issue} />
      <ReplyAsked issue={issue} />
      {issue.file ? (
        <Link to="/files/$fileId" params={{ fileId: issue.file.id }} className="mono">
          {issue.fileNumber}
        </Link>
      ) : (
        <span className="mono">{issue.fileNumber}</span>
      )}
      <span className={page.space} />
      <Withdrawing issue={issue} />
    </header>
  );
}

/** Leads to where the QR code of the letter leads, and shows what anybody sees there. */
function Code({ code }: { code: string }) {
  const { t, language } = useTranslations('withdrawing');
  const printed = printedIssueCode(code);
  return (
    <a
      href={`${VERIFY_PATH}/${code}?lang=${language}`}
      target="_blank"
      rel="noreferrer"
      title={t('withdrawing.codeWhy')}
    >
      {t('withdrawing.code')} <span className="mono">{printed}</span>
    </a>
  );
}

/** For whoever may read the file: what shows a stranger that the office issued it. */
function Bundling({ issue: { id, number, file } }: { issue: Named<IssueView> }) {
  const { t } = useTranslations();
  if (!file) return null;
  return (
    <DialogButton
      label={`${t('pdfs.bundle')}…`}
      variant="default"
      size="compact-sm"
      dialog={(close) => <EvidenceBundle file={file} letter={{ id, number }} onClose={close} />}
    />
  );
}

/** What the holder of the signing post may still do with the letter. */
function Withdrawing({ issue }: { issue: Named<IssueView> }) {
  const { t } = useTranslations('withdrawing');
  const kinds = issue.mayWithdraw ? (['revoked', 'superseded'] as const) : [];
  return (
    <RareActs
      acts={kinds.map((kind) => ({
        label: t(kind === 'revoked' ? 'withdrawing.revoke' : 'withdrawing.supersede'),
        dialog: (close) => <WithdrawDialog issue={issue} kind={kind} onClose={close} />,
      }))}
    />
  );
}

/** Whose name the letter bears, who approved it and who issued it: they need not be one person. */
function WhoDidWhat({ issue }: { issue: Named<IssueView> }) {
  const { t, translate } = useTranslations('outward');
  const { name, designation, for: isFor } = issue.signedBy;
  const signedBy = { name: translate(name), designation: translate(designation) };
  return (
    <ul className={classes.signed}>
      <li>{t(isFor ? 'dispatch.signedFor' : 'dispatch.signedBy', signedBy)}</li>
      <li>
        {t('dispatch.approvedBy')} <Actor actor={issue.approvedBy} />, <Time at={issue.approvedAt} />
      </li>
      <li>
        {t('dispatch.issuedBy')} <Actor actor={issue.issuedBy} />, <Time at={issue.issuedAt} />
      </li>
    </ul>
  );
}

/** By when a reply was asked for, whose is awaited, and where on the file lie those that have come. */
function ReplyAsked({ issue }: { issue: Named<IssueView> }) {
  const { t, day } = useTranslations('outward');
  const { replyBy, answers, file, sendings } = issue;
  const silent = silentOf(issue);
  const isToSeveral = sendings.filter(({ asCopy }) => !asCopy).length > 1;
  const nameOf = (recipient: number | null) => {
    const addressee = isToSeveral && recipient !== null ? sendings[recipient]?.addressee : undefined;
    return addressee ? `${addresseeInBrief(addressee)}: ` : '';
  };
  return (
    <>
      {replyBy !== null && silent.length > 0 && (
        <Pill kind="yellow">
          {t('outward.byDay', { day: day(replyBy) })}
          {isToSeveral && ` · ${t('outward.silentCount', { count: silent.length })}`}
        </Pill>
      )}
      {file &&
        answers.map(({ page: answer, recipient }) => (
          <Link key={answer} to="/files/$fileId" params={{ fileId: file.id }} search={{ page: answer }}>
            {nameOf(recipient)}
            {t('outward.answeredAt', { page: String(answer) })}
          </Link>
        ))}
    </>
  );
}
