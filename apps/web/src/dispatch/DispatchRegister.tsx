import { Link, useSearch } from '@tanstack/react-router';
import { useIssues } from './api';
import { useTranslations } from '../language/use-translations';
import { Post } from '../organisation/Post';
import { RegisterSheet } from '../ui/register/RegisterSheet';

/** The dispatch register: every letter that was issued, newest first, and how many addressees have been served. */
export function DispatchRegister() {
  const { t, day } = useTranslations();
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
        t('registers.file'),
        t('registers.dispatched'),
      ]}
      cells={(issue) => [
        <Link key="number" to="/issues/$issueId" params={{ issueId: issue.id }} className="mono">
          {issue.number}
        </Link>,
        day(issue.issuedOn),
        issue.addressee,
        issue.subject,
        <Post key="signatory" post={issue.signatory} />,
        issue.file && (
          <Link to="/files/$fileId" params={{ fileId: issue.file.id }} className="mono">
            {issue.file.number}
          </Link>
        ),
        t('registers.served', { done: issue.dispatched, all: issue.recipients }),
      ]}
    />
  );
}
