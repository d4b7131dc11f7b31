import '../../ui/theme/office.css';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { OfficeWords } from '../../organisation/urgencies';
import { SignInAgain } from '../../identity/SignInAgain';
import { useActing } from '../../api/use-session';
import { Live } from './Live';
import { OfficePalette } from './OfficePalette';
import { focusOnPage, keepFocusOnPage } from '../../ui/keyboard/focus-on-page';
import { useKeys } from '../../ui/keyboard/keys';
import { PdfsUnderWay } from '../../records/PdfsUnderWay';
import { Notices } from '../../ui/notices/Notices';
import { OpenLists } from '../../ui/OpenLists';
import { useSwitchLanguage } from '../../ui/language/use-switch-language';
import { PasteOfferBox } from '../../typing/offer/PasteOfferBox';
import { useTypingHindi } from '../../typing/typing-switch';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from './Shell.module.css';
import { TopBar } from './TopBar';

const AllKeys = lazyPart(() => import('../../ui/keyboard/AllKeys').then((part) => part.AllKeys));
const WordListBox = lazyPart(() => import('../../typing/WordListBox').then((part) => part.WordListBox));
const OnLeave = lazyPart(() => import('../../identity/OnLeave').then((part) => part.OnLeave));

/** The frame of the office: top bar, keys, notices; the page in the middle. */
export function Shell() {
  const { t } = useTranslations();
  const { post } = useActing();
  const switchLanguage = useSwitchLanguage();
  const typesHindi = useTypingHindi();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [firstPath] = useState(path);
  useEffect(keepFocusOnPage, []);
  useEffect(() => {
    if (path !== firstPath) focusOnPage();
  }, [path, firstPath]);
  useKeys([
    { key: 'ctrl+k', label: t('keys.palette'), run: () => setOpen('palette'), whileTyping: true },
    { key: '?', label: t('keys.all'), run: () => setOpen('keys') },
    { key: 'alt+l', label: t('keys.language'), run: switchLanguage, whileTyping: true, inDialog: true },
  ]);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#page">
        {t('page.skip')}
      </a>
      <TopBar onPalette={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
      <div id="page" className={classes.page} tabIndex={-1}>
        {post.absence && <OnLeave absence={post.absence} />}
        <Outlet key={post.id} />
      </div>
      <OpenLists />
      {typesHindi && <WordListBox />}
      <PasteOfferBox />
      <Notices />
      <OfficePalette opened={open === 'palette'} onClose={() => setOpen(null)} />
      {open === 'keys' && <AllKeys onClose={() => setOpen(null)} />}
      <OfficeWords />
      <SignInAgain />
      <PdfsUnderWay />
      <Live />
    </div>
  );
}
