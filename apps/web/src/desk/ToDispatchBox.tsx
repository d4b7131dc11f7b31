import type { IssueRow } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useIssues } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import { Kbd } from '../keyboard/Kbd';
import { Post } from '../organisation/Post';
import { Time } from '../ui/Time';
import classes from '../ui/list/ListPage.module.css';
import preview from '../ui/list/Preview.module.css';
import { Row } from '../ui/list/Row';
import { RowList } from '../ui/list/RowList';
import { useChosen } from '../ui/list/use-chosen';

/** Issued letters of which some addressee has not been served. */
export function ToDispatchBox() {
  const { t } = useTranslations();
  const rows = useIssues({ state: 'to_dispatch' });
  const [chosen, choose] = useChosen(rows.items);
  const navigate = useNavigate();
  const open = (issue: IssueRow) => void navigate({ to: '/issues/$issueId', params: { issueId: issue.id } });
  return (
    <main className={classes.desk}>
      <RowList
        title={t('desk.box.to-dispatch')}
        rows={rows}
        empty={t('desk.emptyToDispatch')}
        keyOf={(issue) => issue.id}
        chosen={chosen}
        onChoose={choose}
        onOpen={open}
        head={
          <div className={classes.chips}>
            <span className={classes.title}>{t('desk.box.to-dispatch')}</span>
          </div>
        }
        row={(issue) => (
          <Row
            number={issue.number}
            subject={issue.subject}
            about={issue.addressee}
            aside={
              <>
                <Time at={issue.issuedOn} form="dayShort" />
                <span>{t('registers.served', { done: issue.dispatched, all: issue.recipients })}</span>
              </>
            }
          />
        )}
      />
      <aside className={preview.preview} aria-label={t('desk.preview')}>
        {chosen && (
          <>
            <div className={preview.moves}>
              <Button onClick={() => open(chosen)} rightSection={<Kbd keys="Enter" onAccent />}>
                {t('desk.open')}
              </Button>
            </div>
            <section className="card">
              <h2 className="eyebrow">{t('desk.issue')}</h2>
              <dl className={preview.facts}>
                <dt>{t('registers.number')}</dt>
                <dd className="mono">{chosen.number}</dd>
                <dt>{t('receipts.subject')}</dt>
                <dd>{chosen.subject}</dd>
                <dt>{t('desk.to')}</dt>
                <dd>{chosen.addressee}</dd>
                <dt>{t('registers.signatory')}</dt>
                <dd>
                  <Post post={chosen.signatory} />
                </dd>
                <dt>{t('registers.dispatched')}</dt>
                <dd>{t('registers.served', { done: chosen.dispatched, all: chosen.recipients })}</dd>
              </dl>
            </section>
          </>
        )}
      </aside>
    </main>
  );
}
