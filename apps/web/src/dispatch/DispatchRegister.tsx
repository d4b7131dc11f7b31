import { formatDate } from '@messages/dates';
import { Link, useSearch } from '@tanstack/react-router';
import { useIssues } from './api';
import { useTranslations } from '../language/use-translations';
import { Post } from '../organisation/Post';
import { RegisterSheet } from '../ui/register/RegisterSheet';
import { AddresseesOf } from './AddresseesOf';
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
