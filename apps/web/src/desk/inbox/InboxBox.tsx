import { INBOX_ORDERS } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useKeptSwitch } from '../../ui/kept-switch';
import { ListPage } from '../../ui/list/ListPage';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { useInbox } from '../api';
import { isNarrowed } from '../boxes';
import { DeskTools } from '../filter/DeskTools';
import { FileOnDesk } from './FileOnDesk';
import { groupOf } from './inbox-groups';
import { InboxRow } from './InboxRow';

const SelectedFiles = lazyPart(() => import('../../bulk/SelectedFiles').then((part) => part.SelectedFiles));

/** The files on this desk. */
export function InboxBox() {
  const translations = useTranslations('boxes', 'desk-filter');
  const { t } = translations;
  const { session } = useActing();
  const filters = useSearch({ from: '/office/with-navigation/desk/$box' });
  const rows = useInbox(filters);
  const selection = useSelection(rows.items);
  const [dense] = useKeptSwitch(`dense.${session.user.username}`);
  const navigate = useNavigate();
  const { grouped = false, order = 'newest' } = filters;
  return (
    <ListPage
      title={t('desk.box.inbox')}
      rows={rows}
      empty={isNarrowed(filters) ? t('desk.emptyFiltered') : t('desk.emptyInbox')}
      onOpen={(file) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } })}
      row={(file) => <InboxRow file={file} />}
      preview={(file) => <FileOnDesk file={file} />}
      filters={<DeskTools filters={filters} orders={INBOX_ORDERS} usual="newest" ofFiles />}
      group={
        grouped && order !== 'late'
          ? (file) => (file.pinned ? t('fileMark.pinned') : groupOf(file, order, translations))
          : undefined
      }
      dense={dense}
      selection={selection}
      selected={<SelectedFiles selection={selection} />}
      previewKeys={{ f: t('desk.keyForward'), n: t('desk.keyNote'), x: t('desk.keySelect') }}
    />
  );
}
