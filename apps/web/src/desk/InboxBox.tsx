import type { FileRow } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useInbox } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import { Kbd } from '../keyboard/Kbd';
import classes from '../ui/list/ListPage.module.css';
import { FilePreview } from '../files/FilePreview';
import { InboxChips } from './InboxChips';
import { InboxRow } from '../ui/list/Row';
import { RowList } from '../ui/list/RowList';
import { useChosen } from '../ui/list/use-chosen';

/** The files on this desk. */
export function InboxBox() {
  const { t } = useTranslations();
  const filters = useSearch({ from: '/office/with-navigation/desk/$box' });
  const rows = useInbox(filters);
  const [chosen, choose] = useChosen(rows.items);
  const navigate = useNavigate();
  const open = (file: FileRow) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } });
  const filtered = Object.keys(filters).some((name) => name !== 'order');
  return (
    <main className={classes.desk}>
      <RowList
        title={t('desk.box.inbox')}
        rows={rows}
        empty={filtered ? t('desk.emptyFiltered') : t('desk.emptyInbox')}
        keyOf={(file) => file.id}
        chosen={chosen}
        onChoose={choose}
        onOpen={open}
        row={(file) => <InboxRow file={file} />}
        head={<InboxChips filters={filters} />}
        foot={
          chosen && (
            <>
              <span>
                <Kbd keys="f" /> {t('desk.keyForward')}
              </span>
              <span>
                <Kbd keys="n" /> {t('desk.keyNote')}
              </span>
            </>
          )
        }
      />
      <FilePreview file={chosen} />
    </main>
  );
}
