import { useList } from '../../api/lists/use-list';
import { FileListPage } from '../../files/search/FileListPage';
import { useTranslations } from '../../language/use-translations';
import { useSent } from '../api';

/** What this desk sent, where each file is now, and whether it has been opened there. */
export function SentBox() {
  const { t } = useTranslations('boxes');
  return (
    <FileListPage
      title={t('desk.box.sent')}
      empty={t('desk.emptySent')}
      rows={useSent()}
      about={(file) =>
        [file.action && t(`action.${file.action}`), file.unread ? t('desk.notYetOpened') : t('desk.opened')]
          .filter(Boolean)
          .join(' · ')
      }
    />
  );
}

export function CreatedBox() {
  const { t } = useTranslations('boxes');
  return (
    <FileListPage
      title={t('desk.box.created')}
      empty={t('desk.emptyCreated')}
      rows={useList('listCreated', {})}
      about={(file) => t(`fileState.${file.state}`)}
    />
  );
}

export function ClosedBox() {
  const { t } = useTranslations('boxes');
  return (
    <FileListPage
      title={t('desk.box.closed')}
      empty={t('desk.emptyClosed')}
      rows={useList('listClosed', {})}
      about={(file) => t(`fileState.${file.state}`)}
    />
  );
}
