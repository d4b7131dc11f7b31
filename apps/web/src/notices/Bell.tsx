import { Popover } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { lazyPart } from '../ui/page/lazy-part';
import { useNoticeCount } from './api';
import classes from './Bell.module.css';

/** Above this, a count is "more than". */
const COUNTED_TO = 99;

const NoticeList = lazyPart(() => import('./NoticeList').then((list) => list.NoticeList));

/** How much the person has been told of and not looked at; pressed, it says what. */
export function Bell() {
  const { t, number } = useTranslations();
  const [opened, setOpened] = useState(false);
  const { data } = useNoticeCount();
  const unread = data?.unread ?? 0;
  const count = unread > COUNTED_TO ? t('notice.moreThan') : number(unread);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={420} withinPortal={false} trapFocus>
      <Popover.Target>
        <button type="button" className={classes.bell} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <span className="visually-hidden">{t('notice.bell')} </span>
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            aria-hidden
          >
            <path d="M3.5 12V7a4.5 4.5 0 0 1 9 0v5M2 12h12M6.6 14.2a1.6 1.6 0 0 0 2.8 0" strokeLinecap="round" />
          </svg>
          {unread > 0 && <span className={classes.count}>{count}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {opened && (
          <Suspense>
            <NoticeList onLeave={() => setOpened(false)} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
