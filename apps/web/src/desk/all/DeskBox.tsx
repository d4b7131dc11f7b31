import { DESK_ORDERS, type DeskItem, type Named } from '@patravali/contract';
import { Skeleton } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useKeptSwitch } from '../../ui/kept-switch';
import { ListPage } from '../../ui/list/ListPage';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { useDeskItems } from '../api';
import { isNarrowed } from '../boxes';
import { FileOnDesk } from '../inbox/FileOnDesk';
import { InboxRow } from '../inbox/InboxRow';
import { usePlaces } from '../navigation/use-places';
import { ofEveryKind } from './every-kind';
import { useOpenItem } from './use-open-item';

/** As high as a row, so that its coming moves nothing. */
const ROW_COMES = <Skeleton height={46} />;
const DeskTools = lazyPart(() => import('../filter/DeskTools').then((tools) => tools.DeskTools));
const OtherRow = lazyPart(() => import('./OtherItem').then((item) => item.OtherRow), ROW_COMES);
const OtherPreview = lazyPart(() => import('./OtherItem').then((item) => item.OtherPreview));
const SelectedItems = lazyPart(() => import('./SelectedItems').then((part) => part.SelectedItems));

/** All that waits for this post, of every kind in one list: what is late comes first. */
export function DeskBox() {
  const { t } = useTranslations();
  const { session } = useActing();
  const filters = ofEveryKind(useSearch({ from: '/office/with-navigation/desk/$box' }));
  const rows = useDeskItems(filters);
  const selection = useSelection(rows.items);
  const [dense] = useKeptSwitch(`dense.${session.user.username}`);
  const { shown } = usePlaces();
  const open = useOpenItem();
  return (
    <ListPage
      title={t(shown?.label ?? 'desk.mine')}
      rows={rows}
      empty={isNarrowed(filters) ? t('desk.emptyFiltered') : t('desk.emptyDesk')}
      onOpen={open}
      row={(item) => <ItemRow item={item} />}
      preview={(item) => <ItemPreview item={item} onOpen={() => open(item)} />}
      filters={<DeskTools filters={filters} orders={DESK_ORDERS} usual="late" />}
      dense={dense}
      selection={selection}
      selected={<SelectedItems selection={selection} />}
      previewKeys={({ kind }) => ({
        ...((kind === 'file' || kind === 'receipt') && { f: t('desk.keyForward') }),
        ...(kind === 'file' && { n: t('desk.keyNote') }),
        x: t('desk.keySelect'),
      })}
    />
  );
}

/** Most of what lies on a desk are files; what the others need comes when there are any. */
function ItemRow({ item }: { item: Named<DeskItem> }) {
  return item.file ? <InboxRow file={item.file} /> : <OtherRow item={item} />;
}

function ItemPreview({ item, onOpen }: { item: Named<DeskItem>; onOpen: () => void }) {
  return item.file ? <FileOnDesk file={item.file} /> : <OtherPreview item={item} onOpen={onOpen} />;
}
