import { formatDate } from '@messages/dates';
import type { IssueRow } from '@patravali/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { useIssues } from './api';
import { useTranslations } from '../language/use-translations';
import { Post } from '../organisation/Post';
import { Pill } from '../ui/Badges';
import { RegisterSheet } from '../ui/register/RegisterSheet';
import classes from './dispatch.module.css';
import { sendingSummary } from './recipients';

/** The dispatch register: every letter that was issued, newest first, and what became of it for each addressee. */
export function DispatchRegister() {
  const { t, language } = useTranslations();
  const range = useSearch({ from: '/office/with-navigation/registers/$register' });
  return (
    <RegisterSheet
      title={t('registers.dispatch')}
      pdf="downloadDispatchRegister"
      rows={useIssues(range)}
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
        <Link key="number" to="/issues/$issueId" params={{ issueId: issue.id }} className="mono">
          {issue.number}
        </Link>,
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
        sendingSummary(issue, t),
      ]}
    />
  );
}

function AddresseesOf({ issue }: { issue: IssueRow }) {
  const { t } = useTranslations();
  return (
    <ul className={classes.to}>
      {issue.to.map(({ name, asCopy, state }, index) => (
        <li key={index}>
          {asCopy ? t('registers.copy', { name }) : name}{' '}
          <Pill kind={state === 'sent' ? 'accent' : state === 'not_to_be_sent' ? 'stamp' : 'yellow'}>
            {t(`sendingState.${state}`)}
          </Pill>
        </li>
      ))}
    </ul>
  );
}
