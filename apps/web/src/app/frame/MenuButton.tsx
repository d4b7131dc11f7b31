import { Link } from '@tanstack/react-router';
import { type MouseEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DeskNavigation } from '../../desk/navigation/DeskNavigation';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { TypingSwitch } from '../../typing/TypingSwitch';
import { LanguageSwitch } from '../../ui/language/LanguageSwitch';
import classes from './MenuButton.module.css';

/** In a narrow window: the menu of the desk, and what the bar has no room for, behind one button. */
export function MenuButton({ onPalette }: { onPalette: () => void }) {
  const { t } = useTranslations();
  const { session } = useActing();
  const menu = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    // What lies in it must be there to take the focus.
    flushSync(() => setOpen(true));
    menu.current?.showModal();
  };
  /** Whatever is chosen in it closes it, and so does a press beside it. */
  const close = ({ target, currentTarget }: MouseEvent<HTMLDialogElement>) => {
    const isChosen = target instanceof Element && target.closest('a, nav button, [data-closes]') !== null;
    if (isChosen || target === currentTarget) currentTarget.close();
  };
  return (
    <>
      <button
        type="button"
        className={`${classes.button ?? ''} ${classes.opener ?? ''}`}
        aria-haspopup="dialog"
        onClick={open}
      >
        <span className="visually-hidden">{t('page.menu')}</span>
        <svg width="20" height="20" viewBox="0 0 20 20" stroke="currentColor" strokeWidth="1.8" aria-hidden>
          <path d="M2 4.5h16M2 10h16M2 15.5h16" strokeLinecap="round" />
        </svg>
      </button>
      {/* Its keys are the browser's: Escape closes it. */}
      <dialog
        ref={menu}
        className={classes.menu}
        aria-label={t('page.menu')}
        onClose={() => setOpen(false)}
        onClick={close}
      >
        {isOpen && (
          <div className={classes.content}>
            <div className={classes.head}>
              <Link to="/" className={classes.name}>
                {t('page.name')}
              </Link>
              <button type="button" className={classes.button} data-closes>
                <span className="visually-hidden">{t('page.close')}</span>
                <span aria-hidden>✕</span>
              </button>
            </div>
            <DeskNavigation />
            <div className={classes.foot}>
              <LanguageSwitch />
              <TypingSwitch personId={session.user.id} />
              <button type="button" className={classes.palette} data-closes onClick={onPalette}>
                {t('keys.palette')}
              </button>
            </div>
          </div>
        )}
      </dialog>
    </>
  );
}
