import type { FileRow, Named } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FilePreview } from '../files/search/FilePreview';
import { Kbd } from '../keyboard/Kbd';
import { useTranslations } from '../language/use-translations';
import { DaysWithMe, Due } from '../ui/Badges';
import { ListPage } from '../ui/list/ListPage';
import { Row } from '../ui/list/Row';
import { useInbox } from './api';
import { HowItCame } from './HowItCame';
import { InboxChips } from './InboxChips';

/** The files on this desk. */
export function InboxBox() {
  const { t } = useTranslations();
  const filters = useSearch({ from: '/office/with-navigation/desk/$box' });
  const rows = useInbox(filters);
  const navigate = useNavigate();
  const filtered = Object.keys(filters).some((name) => name !== 'order');
  return (
    <ListPage
      title={t('desk.box.inbox')}
      rows={rows}
      empty={filtered ? t('desk.emptyFiltered') : t('desk.emptyInbox')}
      onOpen={(file) => void navigate({ to: '/files/$fileId', params: { fileId: file.id } })}
      row={(file) => <InboxRow file={file} />}
      preview={(file) => <FilePreview key={file.id} row={file} />}
      filters={<InboxChips filters={filters} />}
      previewKeys={
        <>
          <span>
            <Kbd keys="f" /> {t('desk.keyForward')}
          </span>
          <span>
            <Kbd keys="n" /> {t('desk.keyNote')}
          </span>
        </>
      }
    />
  );
}

/** A file that lies on one's own desk. */
function InboxRow({ file }: { file: Named<FileRow> }) {
  const { t } = useTranslations();
  return (
    <Row
      number={file.number}
      subject={file.subject}
      urgency={file.urgency}
      grading={file.grading}
      unread={file.unread}
      badges={<HowItCame file={file} />}
      about={[file.from?.marking, file.action && t(`action.${file.action}`)].filter(Boolean).join(' · ')}
      aside={
        <>
          <Due dueOn={file.dueOn} />
          <DaysWithMe since={file.since} />
        </>
      }
    />
  );
}
