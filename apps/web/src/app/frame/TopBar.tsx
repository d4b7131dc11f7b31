import { Menu } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ShowFirstSteps } from '../../desk/first-steps/ShowFirstSteps';
import { useTranslations } from '../../language/use-translations';
import { ActingPost } from '../../identity/ActingPost';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { lazyImport } from '../../parts/lazy-import';
import { useLater } from '../../parts/use-later';
import { TypingSwitch } from '../../typing/TypingSwitch';
import { LanguageSwitch } from '../../ui/language/LanguageSwitch';
import { lazyPart } from '../../ui/page/lazy-part';
import { MenuButton } from './MenuButton';
import classes from './TopBar.module.css';

const bell = lazyImport(() => import('../../notices/Bell'));
/** Nobody asked for it: where a new version has taken its place, the page goes on without it and is not loaded anew. */
const Bell = lazyPart(() =>
  bell().then(
    (loaded) => loaded.Bell,
    () => () => null,
  ),
);

interface Props {
  onPalette: () => void;
  onKeys: () => void;
}

export function TopBar({ onPalette, onKeys }: Props) {
  const { t } = useTranslations();
  const { session } = useActing();
  return (
    <header className={`${classes.bar ?? ''} not-printed`}>
      <MenuButton onPalette={onPalette} />
      <Link to="/" className={classes.name}>
        {t('page.name')}
      </Link>
      <SearchBox />
      <button type="button" className={classes.palette} onClick={onPalette}>
        <span className="visually-hidden">{t('keys.palette')}</span>
        <Kbd keys="ctrl+K" />
      </button>
      <span className={classes.switches}>
        <TypingSwitch personId={session.user.id} />
        <LanguageSwitch />
      </span>
      <LaterBell />
      <ActingPost
        more={
          <>
            <ShowFirstSteps />
            <Menu.Item rightSection={<Kbd keys="?" />} onClick={onKeys}>
              {t('keys.all')}
            </Menu.Item>
          </>
        }
      />
    </header>
  );
}

/** It keeps its place, so that its coming moves nothing. */
function LaterBell() {
  const later = useLater();
  return <span className={classes.bell}>{later && <Bell />}</span>;
}

/** One box over everything one may read: number, computer number, subject. */
function SearchBox() {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const searched = useSearch({ strict: false, select: (search) => ('q' in search ? (search.q ?? '') : '') });
  const [typed, setTyped] = useState(searched);
  const box = useRef<HTMLInputElement>(null);
  // Who is typing the next words already keeps them: the page to which they went before has only now come.
  useEffect(() => {
    if (document.activeElement !== box.current) setTyped(searched);
  }, [searched]);
  useKeys([{ key: '/', label: t('keys.search'), run: () => box.current?.select() }]);
  return (
    <form
      role="search"
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        box.current?.blur();
        void navigate({ to: '/search', search: { q: typed.trim() || undefined } });
      }}
    >
      <svg
        className={classes.lens}
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        aria-hidden
      >
        <path
          d="M12.3 12.3 16 16M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0Z"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
      <input
        ref={box}
        type="search"
        data-letters="numbers"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        placeholder={t('page.searchPlaceholder')}
        aria-label={t('keys.search')}
      />
      <Kbd keys="/" />
    </form>
  );
}
