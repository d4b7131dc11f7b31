import type { FileView, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useActing } from '../../api/use-session';
import classes from './head.module.css';
import { AUDITORS_TAB, FILE_TABS, type FileTab } from './tabs';

/** The tabs are addresses: a tab can be bookmarked, and "back" goes back to it. */
export function FileTabs({ file, tab }: { file: Named<FileView>; tab: FileTab }) {
  const { t, number } = useTranslations();
  const { post } = useActing();
  const tabs: readonly FileTab[] = post.roles.includes('auditor') ? [...FILE_TABS, AUDITORS_TAB] : FILE_TABS;
  const counts: Partial<Record<FileTab, number>> = { drafts: file.counts.drafts, movements: file.counts.movements };
  return (
    <nav className={classes.tabs} aria-label={t('file.tabs')}>
      {tabs.map((one) => (
        <Link
          key={one}
          to="/files/$fileId"
          params={{ fileId: file.id }}
          search={one === 'sheets' ? {} : { tab: one }}
          className={classes.tab}
          activeOptions={{ exact: true }}
          aria-current={one === tab ? 'page' : undefined}
        >
          {t(`file.tab.${one}`)}
          {counts[one] !== undefined && ` ${number(counts[one])}`}
        </Link>
      ))}
    </nav>
  );
}
