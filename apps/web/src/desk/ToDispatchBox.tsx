import type { IssueRow, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { AddresseesOf } from '../dispatch/AddresseesOf';
import { useIssues } from '../dispatch/api';
import { sendingSummary } from '../dispatch/sending-summary';
import { Kbd } from '../keyboard/Kbd';
import { useTranslations } from '../language/use-translations';
import { Post } from '../organisation/Post';
import { Pill } from '../ui/Badges';
import { ListPage } from '../ui/list/ListPage';
import preview from '../ui/list/preview.module.css';
import { Row } from '../ui/list/Row';
import { Time } from '../ui/Time';

/** Issued letters of which some addressee has not been served. */
export function ToDispatchBox() {
  const { t } = useTranslations();
  const rows = useIssues({ state: 'to_dispatch' });
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
          number={issue.number}
          subject={issue.subject}
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
      preview={(issue) => <IssuePreview issue={issue} onOpen={() => open(issue)} />}
    />
  );
}

function IssuePreview({ issue, onOpen }: { issue: Named<IssueRow>; onOpen: () => void }) {
  const { t } = useTranslations();
  return (
    <>
      <div className={preview.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
      </div>
      <section className="card">
        <h2 className="eyebrow">{t('desk.issue')}</h2>
        <dl className={preview.facts}>
          <dt>{t('registers.number')}</dt>
          <dd className="mono">{issue.number}</dd>
          <dt>{t('receipts.subject')}</dt>
          <dd>{issue.subject}</dd>
          <dt>{t('desk.to')}</dt>
          <dd>
            <AddresseesOf issue={issue} />
          </dd>
          <dt>{t('registers.signatory')}</dt>
          <dd>
            <Post post={issue.signatory} />
          </dd>
          <dt>{t('registers.dispatched')}</dt>
          <dd>{sendingSummary(issue, t)}</dd>
        </dl>
      </section>
    </>
  );
}
