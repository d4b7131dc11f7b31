import type { IssueRow, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { AddresseesOf } from '../../dispatch/AddresseesOf';
import { sendingSummary } from '../../dispatch/sending-summary';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';
import { LetterPreview } from '../to-sign/LetterPreview';

/** Issued letters of which some addressee has not been served. */
export function ToDispatchBox() {
  const { t } = useTranslations('boxes', 'outward');
  const rows = useList('listIssues', { query: { state: 'to_dispatch' } });
  const navigate = useNavigate();
  const open = (issue: Named<IssueRow>) => void navigate({ to: '/issues/$issueId', params: { issueId: issue.id } });
  return (
    <ListPage
      title={t('desk.box.to-dispatch')}
      rows={rows}
      empty={t('desk.emptyToDispatch')}
      onOpen={open}
      row={(issue) => (
        <Row
          of={issue}
          about={issue.addressee}
          aside={
            <>
              <Time at={issue.issuedOn} form="dayShort" />
              {issue.withdrawn && <Pill kind="stamp">{t(`withdrawalKind.${issue.withdrawn.kind}`)}</Pill>}
              <span>{sendingSummary(issue, t)}</span>
            </>
          }
        />
      )}
      preview={(issue) => (
        <LetterPreview
          letter={issue}
          title={t('desk.issue')}
          to={<AddresseesOf issue={issue} />}
          progress={[t('registers.dispatched'), sendingSummary(issue, t)]}
          onOpen={() => open(issue)}
        />
      )}
    />
  );
}
