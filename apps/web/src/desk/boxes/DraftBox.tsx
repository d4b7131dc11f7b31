import type { DraftRow, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { ListPage } from '../../ui/list/ListPage';
import preview from '../../ui/list/preview.module.css';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';
import { useDrafts } from '../api';

/** The drafts on the files of this desk. */
export function DraftBox() {
  const { t } = useTranslations('boxes');
  const rows = useDrafts();
  const navigate = useNavigate();
  const open = (draft: Named<DraftRow>) => void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } });
  return (
    <ListPage
      title={t('desk.box.drafts')}
      rows={rows}
      empty={t('desk.emptyDrafts')}
      onOpen={open}
      row={(draft) => (
        <Row
          of={{ number: draft.file.number, subject: draft.subject }}
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
      preview={(draft) => <DraftPreview draft={draft} onOpen={() => open(draft)} />}
    />
  );
}

function DraftPreview({ draft, onOpen }: { draft: Named<DraftRow>; onOpen: () => void }) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  return (
    <>
      <div className={preview.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/files/$fileId', params: { fileId: draft.file.id } })}
        >
          {t('desk.openFile')}
        </Button>
      </div>
      <section className="card">
        <h2 className="eyebrow">{t(`draftState.${draft.state}`)}</h2>
        <dl className={preview.facts}>
          <dt>{t('desk.file')}</dt>
          <dd>
            <span className="mono">{draft.file.number}</span> {draft.file.subject}
          </dd>
          <dt>{t('receipts.subject')}</dt>
          <dd>{draft.subject}</dd>
          <dt>{t('desk.to')}</dt>
          <dd>{draft.addressee}</dd>
          <dt>{t('desk.changedBy')}</dt>
          <dd>
            <Actor actor={draft.changedBy} />
            <br />
            <Time at={draft.changedAt} />
          </dd>
        </dl>
      </section>
    </>
  );
}
