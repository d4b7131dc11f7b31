import type { FileRow, Named } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FilePreview } from '../../files/search/FilePreview';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { Due } from '../../ui/Badges';
import { useKeptSwitch } from '../../ui/kept-switch';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { useInbox } from '../api';
import { isNarrowed } from '../boxes';
import { HowItCame } from './HowItCame';
import { groupOf } from './inbox-groups';
import { InboxChips } from './InboxChips';

const SelectedFiles = lazyPart(() => import('../../bulk/SelectedFiles').then((part) => part.SelectedFiles));

const DeskDays = lazyPart(() => import('../../movement/clock/DeskDays').then((days) => days.DeskDays));

/** The files on this desk. */
export function InboxBox() {
  const translations = useTranslations();
  const { t } = translations;
  const { session } = useActing();
  const filters = useSearch({ from: '/office/with-navigation/desk/$box' });
  const rows = useInbox(filters);
  const selection = useSelection(rows.items);
  const [dense, setDense] = useKeptSwitch(`dense.${session.user.username}`);
  const navigate = useNavigate();
  return (
    <ListPage
      title={t('desk.box.inbox')}
      rows={rows}
      empty={isNarrowed(filters) ? t('desk.emptyFiltered') : t('desk.emptyInbox')}
      onOpen={(file) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } })}
      row={(file) => <InboxRow file={file} />}
      preview={(file) => <FilePreview key={file.id} row={file} />}
      filters={<InboxChips filters={filters} dense={dense} setDense={setDense} />}
      group={filters.grouped ? (file) => groupOf(file, filters.order ?? 'newest', translations) : undefined}
      dense={dense}
      selection={selection}
      selected={<SelectedFiles selection={selection} />}
      previewKeys={{ f: t('desk.keyForward'), n: t('desk.keyNote'), x: t('desk.keySelect') }}
    />
  );
}

/** A file that lies on one's own desk. */
function InboxRow({ file }: { file: Named<FileRow> }) {
  const { t } = useTranslations();
  return (
    <Row
      of={file}
      unread={file.unread}
      badges={<HowItCame file={file} />}
      about={[file.from?.marking, file.action && t(`action.${file.action}`)].filter(Boolean).join(' · ')}
      aside={
        <>
          <Due dueOn={file.dueOn} />
          <DeskDays file={file} />
        </>
      }
    />
  );
}
