import { formatDate } from '@language/dates';
import type { IssueRow, Named } from '@patravali/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { OfSignatory } from '../../organisation/picker/OfSignatory';
import { Post } from '../../organisation/Post';
import { Pill } from '../../ui/Badges';
import { RegisterSheet } from '../../ui/register/RegisterSheet';
import { Time } from '../../ui/Time';
import { AddresseesOf } from '../AddresseesOf';
import { PostalListButton } from './PostalListButton';
import { sendingSummary } from '../sending-summary';
import { Withdrawal } from '../Withdrawal';

const SHEETS = { csv: 'downloadDispatchCsv', xlsx: 'downloadDispatchXlsx' } as const;

/** The dispatch register: every number that was drawn, newest first, and what became of the letter for each addressee. */
export function DispatchRegister() {
  const { t, language } = useTranslations();
  const search = useSearch({ from: '/office/with-navigation/registers/$register' });
  return (
    <RegisterSheet
      title={t('registers.dispatch')}
      pdf="downloadDispatchRegister"
      sheets={SHEETS}
      filter={{ signatory: search.signatory }}
      tools={
        <>
          <OfSignatory />
          <PostalListButton />
        </>
      }
      rows={useList('listIssues', { query: search })}
      empty={t('registers.emptyDispatch')}
      keyOf={(issue) => issue.id}
      columns={[
        t('registers.number'),
        t('registers.issuedOn'),
        t('registers.addressee'),
        t('receipts.subject'),
        t('registers.signatory'),
        t('registers.approvedBy'),
        t('registers.issuedBy'),
        t('registers.file'),
        t('registers.dispatched'),
      ]}
      cells={(issue) => [
        <NumberOf key="number" issue={issue} />,
        formatDate('register', issue.issuedOn, language),
        <AddresseesOf key="to" issue={issue} />,
        issue.subject,
        <Post key="signatory" post={issue.signatory} />,
        <Post key="approvedBy" post={issue.approvedBy.post} />,
        <Post key="issuedBy" post={issue.issuedBy.post} />,
        issue.file ? (
          <Link to="/files/$fileId" params={{ fileId: issue.file.id }} className="mono">
            {issue.fileNumber}
          </Link>
        ) : (
          <span className="mono">{issue.fileNumber}</span>
        ),
        issue.state === 'issued' ? <Issued key="state" issue={issue} /> : <Unissued key="state" issue={issue} />,
      ]}
    />
  );
}

/** Leads to the letter; while there is none, to the draft. */
function NumberOf({ issue: { id, number, state, draftId } }: { issue: Named<IssueRow> }) {
  if (state === 'issued') {
    return (
      <Link to="/issues/$issueId" params={{ issueId: id }} className="mono">
        {number}
      </Link>
    );
  }
  if (draftId === null) return <span className="mono">{number}</span>;
  return (
    <Link to="/drafts/$draftId" params={{ draftId }} className="mono">
      {number}
    </Link>
  );
}

/** Whom it has reached, and first of all that it no longer holds, if so. */
function Issued({ issue }: { issue: Named<IssueRow> }) {
  const { t } = useTranslations();
  return (
    <>
      {issue.withdrawn && <Withdrawal withdrawn={issue.withdrawn} />}
      {sendingSummary(issue, t)}
    </>
  );
}

/** Its letter is being made, waits for a signature, or the number was cancelled: by whom, when and why. */
function Unissued({ issue: { state, cancelled, waitsFor } }: { issue: Named<IssueRow> }) {
  const { t } = useTranslations('signing');
  return (
    <>
      <Pill kind={state === 'cancelled' ? 'stamp' : 'yellow'}>
        {waitsFor ? t('signing.waitsForPost', { post: waitsFor.marking }) : t(`issueState.${state}`)}
      </Pill>
      {cancelled && (
        <div className="soft small">
          {cancelled.reason} · {cancelled.by.post.marking}, <Time at={cancelled.at} />
        </div>
      )}
    </>
  );
}
