import { Link } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { useNoticeCount } from './api';
import classes from './Bell.module.css';

/** Above this, a count is "more than". */
const COUNTED_TO = 99;

/** How much the person has been told of and not looked at; it leads to what that is. */
export function Bell() {
  const { t, number } = useTranslations();
  const unread = useNoticeCount().data?.unread ?? 0;
  return (
    <Link to="/notices" className={classes.bell}>
      <span className="visually-hidden">{t('notice.bell')} </span>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
        <path d="M3.5 12V7a4.5 4.5 0 0 1 9 0v5M2 12h12M6.6 14.2a1.6 1.6 0 0 0 2.8 0" strokeLinecap="round" />
      </svg>
      {unread > 0 && (
        <span className={classes.count}>{unread > COUNTED_TO ? t('notice.moreThan') : number(unread)}</span>
      )}
    </Link>
  );
}
