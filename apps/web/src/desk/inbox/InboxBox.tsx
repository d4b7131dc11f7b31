import { Button } from '@mantine/core';
import type { InboxFile, Named } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FilePreview } from '../../files/search/FilePreview';
import { useCommand } from '../../api/use-command';
import { useActing } from '../../api/use-session';
import { useFile } from '../../custody/api';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { Due } from '../../ui/Badges';
import { useKeptSwitch } from '../../ui/kept-switch';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { useSelection } from '../../ui/list/selection';
import { useRefusal } from '../../ui/notices/use-refusal';
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
      preview={(file) => (
        <>
          <PinButton file={file} />
          <FilePreview key={file.id} row={file} />
        </>
      )}
      filters={<InboxChips filters={filters} dense={dense} setDense={setDense} />}
      group={
        filters.grouped
          ? (file) => (file.pinned ? t('fileMark.pinned') : groupOf(file, filters.order ?? 'newest', translations))
          : undefined
      }
      dense={dense}
      selection={selection}
      selected={<SelectedFiles selection={selection} />}
      previewKeys={{ f: t('desk.keyForward'), n: t('desk.keyNote'), x: t('desk.keySelect') }}
    />
  );
}

/** A file that lies on one's own desk. */
function InboxRow({ file }: { file: Named<InboxFile> }) {
  const { t } = useTranslations();
  return (
    <Row
      of={file}
      unread={file.unread}
      badges={
        <>
          {file.pinned && <Pin label={t('fileMark.pinned')} />}
          <HowItCame file={file} />
        </>
      }
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

/** Pins the chosen file to the top of the desk, or takes the pin off, as far as the person may arrange this desk. */
function PinButton({ file }: { file: Named<InboxFile> }) {
  const { t } = useTranslations();
  const { data } = useFile(file.id);
  const [pin, unpin] = [useCommand('pinFile'), useCommand('unpinFile')];
  const refused = useRefusal();
  const isAllowed = data?.allowedMoves.includes('pin') === true;
  const change = () => {
    if (pin.isPending || unpin.isPending) return;
    (file.pinned ? unpin : pin).mutate({ params: { fileId: file.id } }, { onError: refused });
  };
  const label = file.pinned ? t('fileMark.unpin') : t('fileMove.pin');
  useKeys([{ key: 'p', label, run: change }], isAllowed);
  if (!isAllowed) return null;
  return (
    <Button
      variant={file.pinned ? 'light' : 'subtle'}
      size="compact-sm"
      ms="auto"
      leftSection={<Pin />}
      rightSection={<Kbd keys="p" />}
      onClick={change}
    >
      {label}
    </Button>
  );
}

/** A drawing pin, named where nothing beside it says what it means. */
function Pin({ label }: { label?: string }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="currentColor"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d="M4 1h4v1l-.6.4.4 2.4L9.5 6.5V7.5h-3L6 11.5 5.5 7.5h-3v-1l1.7-1.7.4-2.4L4 2z" />
    </svg>
  );
}
