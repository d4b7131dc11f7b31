import { formatDate } from '@language/dates';
import { DISPATCH_MODES, ISSUE_STATES, type IssueRow, type Named } from '@patravali/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { RegisterFilter } from '../../organisation/picker/RegisterFilter';
import { OfSignatory } from '../../organisation/picker/OfSignatory';
import { Post } from '../../organisation/Post';
import { Pill } from '../../ui/Badges';
import { RegisterSheet } from '../../ui/register/RegisterSheet';
import { Time } from '../../ui/Time';
import { AddresseesOf } from '../AddresseesOf';
import { PostalListButton } from './PostalListButton';
import { sendingSummary } from '../sending-summary';
import { Withdrawal } from '../Withdrawal';

const STATES = ['to_dispatch', ...ISSUE_STATES] as const;

/** The dispatch register: every number that was drawn, newest first, and what became of the letter for each addressee. */
export function DispatchRegister() {
  const { t, language } = useTranslations('outward');
  const { from, to, party, numberHas, mode, state, signatory } = useSearch({
    from: '/office/with-navigation/registers/$register',
  });
  const query = {
    from,
    to,
    party,
    numberHas,
    signatory,
    mode: DISPATCH_MODES.find((one) => one === mode),
    state: STATES.find((one) => one === state),
  };
  return (
    <RegisterSheet
      title={t('registers.dispatch')}
      downloads={[
        { kind: 'pdf', operation: 'downloadDispatchRegister', load: () => call('downloadDispatchRegister', { query }) },
        { kind: 'csv', operation: 'downloadDispatchCsv', load: () => call('downloadDispatchCsv', { query }) },
        { kind: 'xlsx', operation: 'downloadDispatchXlsx', load: () => call('downloadDispatchXlsx', { query }) },
      ]}
      filter={
        <RegisterFilter
          party={t('registers.addressee')}
          number={t('registers.number')}
          mode={{
            label: t('dispatch.mode'),
            options: DISPATCH_MODES.map((value) => ({ value, label: t(`dispatchMode.${value}`) })),
          }}
          state={{
            label: t('registers.dispatched'),
            options: STATES.map((value) => ({
              value,
              label: value === 'to_dispatch' ? t('sendingState.to_send') : t(`issueState.${value}`),
            })),
          }}
        />
      }
      tools={
        <>
          <OfSignatory />
          <PostalListButton />
        </>
      }
      rows={useList('listIssues', { query })}
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
  const { t } = useTranslations('outward');
  return (
    <>
      {issue.withdrawn && <Withdrawal withdrawn={issue.withdrawn} />}
      {sendingSummary(issue, t)}
    </>
  );
}

/** Its letter is being made, waits for a signature, or the number was cancelled: by whom, when and why. */
function Unissued({ issue: { state, cancelled, waitsFor } }: { issue: Named<IssueRow> }) {
  const { t, marking } = useTranslations('signing');
  return (
    <>
      <Pill kind={state === 'cancelled' ? 'stamp' : 'yellow'}>
        {waitsFor ? t('signing.waitsForPost', { post: marking(waitsFor) }) : t(`issueState.${state}`)}
      </Pill>
      {cancelled && (
        <div className="soft small">
          {cancelled.reason} · {marking(cancelled.by.post)}, <Time at={cancelled.at} />
        </div>
      )}
    </>
  );
}
