import type { DraftRow } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useDrafts } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Kbd } from '../keyboard/Kbd';
import { Time } from '../ui/Time';
import classes from '../ui/list/ListPage.module.css';
import preview from '../ui/list/Preview.module.css';
import { Row } from '../ui/list/Row';
import { RowList } from '../ui/list/RowList';
import { useChosen } from '../ui/list/use-chosen';

/** The drafts on the files of this desk. */
export function DraftBox() {
  const { t } = useTranslations();
  const rows = useDrafts();
  const [chosen, choose] = useChosen(rows.items);
  const navigate = useNavigate();
  const open = (draft: DraftRow) => void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } });
  return (
    <main className={classes.desk}>
      <RowList
        title={t('desk.box.drafts')}
        rows={rows}
        empty={t('desk.emptyDrafts')}
        keyOf={(draft) => draft.id}
        chosen={chosen}
        onChoose={choose}
        onOpen={open}
        head={
          <div className={classes.chips}>
            <span className={classes.title}>{t('desk.box.drafts')}</span>
          </div>
        }
        row={(draft) => (
          <Row
            number={draft.file.number}
            subject={draft.subject}
            about={`${t(`letterForm.${draft.form}`)} · ${draft.addressee}`}
            aside={
              <>
                <span>{t(`draftState.${draft.state}`)}</span>
                <span>
                  {t('desk.draftVersion', { n: draft.draftVersion })} · <Time at={draft.changedAt} form="dayShort" />
                </span>
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
              <Button
                variant="default"
                onClick={() => void navigate({ to: '/files/$fileId', params: { fileId: chosen.file.id } })}
              >
                {t('desk.openFile')}
              </Button>
            </div>
            <section className="card">
              <h2 className="eyebrow">{t(`draftState.${chosen.state}`)}</h2>
              <dl className={preview.facts}>
                <dt>{t('desk.file')}</dt>
                <dd>
                  <span className="mono">{chosen.file.number}</span> {chosen.file.subject}
                </dd>
                <dt>{t('receipts.subject')}</dt>
                <dd>{chosen.subject}</dd>
                <dt>{t('desk.to')}</dt>
                <dd>{chosen.addressee}</dd>
                <dt>{t('desk.changedBy')}</dt>
                <dd>
                  <Actor actor={chosen.changedBy} />
                  <br />
                  <Time at={chosen.changedAt} />
                </dd>
              </dl>
            </section>
          </>
        )}
      </aside>
    </main>
  );
}
