import type { InboxFile, Named } from '@patravali/contract';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { Due } from '../../ui/Badges';
import { Row } from '../../ui/list/Row';
import { DeskDays } from '../../movement/clock/DeskDays';
import { HowItCame } from './HowItCame';
import { Pin } from './Pin';

/** A file that lies on one's own desk. */
export function InboxRow({ file }: { file: Named<InboxFile> }) {
  const { t, marking } = useTranslations();
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
      about={[marking(file.from), file.action && t(`action.${file.action}`)].filter(Boolean).join(' · ')}
      aside={<Pressing file={file} />}
    />
  );
}

/** What presses most: that it is late, that it lies here beyond the limit, when it is due, and for how long it is here. */
function Pressing({ file }: { file: Named<InboxFile> }) {
  const { dueOn } = file;
  if (dueOn === null) return <DeskDays file={file} />;
  const due = <Due dueOn={dueOn} />;
  return dueOn < today() ? due : <DeskDays file={file} within={due} />;
}
