import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { LanguageSwitch } from '../../ui/language/LanguageSwitch';
import { Notices } from '../../ui/notices/Notices';
import { OpenLists } from '../../ui/OpenLists';
import { useTitle } from '../../ui/page/use-title';
import { useSwitchLanguage } from '../../ui/language/use-switch-language';
import classes from './SignInLayout.module.css';

interface Props {
  title: string;
  children: ReactNode;
  /** What is shown beside the card, if anything. */
  beside?: ReactNode;
  /** A card to read in, not one of a few fields. */
  wide?: boolean;
}

/** The frame of the pages before the office: name, language, one card. */
export function SignInLayout({ title, children, beside = null, wide = false }: Props) {
  const { t } = useTranslations();
  const switchLanguage = useSwitchLanguage();
  useTitle(title);
  useKeys([{ key: 'alt+l', label: t('keys.language'), run: switchLanguage, whileTyping: true }]);
  return (
    <div className={classes.place}>
      <header className={classes.head}>
        <span className={classes.name}>{t('page.name')}</span>
        <span className="soft">{t('session.motto')}</span>
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <section className={classes.card} data-wide={wide || undefined} aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{title}</h1>
          {children}
        </section>
        {beside}
      </main>
      <OpenLists />
      <Notices />
    </div>
  );
}
