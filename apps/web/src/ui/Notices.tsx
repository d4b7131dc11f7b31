import { CloseButton } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { dismiss, useNotices, useSpoken } from './announcements';
import classes from './Notices.module.css';

/** Refusals and successes at the foot of the page, and what is only heard. */
export function Notices() {
  const { t } = useTranslations();
  const notices = useNotices();
  const spoken = useSpoken();
  return (
    <>
      <div className={`${classes.stack ?? ''} not-printed`}>
        {notices.map((notice) => (
          <div
            key={notice.id}
            className={classes.notice}
            data-kind={notice.kind}
            role={notice.kind === 'refusal' ? 'alert' : 'status'}
          >
            <p>{notice.text}</p>
            <CloseButton size="sm" aria-label={t('page.close')} onClick={() => dismiss(notice.id)} />
          </div>
        ))}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}
