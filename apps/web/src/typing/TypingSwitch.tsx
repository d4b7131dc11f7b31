import { useEffect } from 'react';
import { useKeys } from '../ui/keyboard/keys';
import { useTranslations } from '../language/use-translations';
import { lazyImport } from '../parts/lazy-import';
import { announce, showRefusal } from '../ui/notices/announcements';
import classes from './typing.module.css';
import { takeTypingOf, switchTyping, useTypingHindi } from './typing-switch';

const loadAid = lazyImport(() => import('./typing-aid'));

/** Whether Latin letters become Hindi, for all to see, and the key that switches it; each person's own choice. */
export function TypingSwitch({ personId }: { personId: string }) {
  const { t } = useTranslations();
  const on = useTypingHindi();
  useEffect(() => takeTypingOf(personId), [personId]);
  useEffect(() => {
    if (!on) return;
    loadAid()
      .then(({ startTypingAid }) => startTypingAid())
      .catch(() => {
        switchTyping(false);
        showRefusal(t('typing.missing'));
      });
  }, [on, t]);
  const toggle = () => {
    switchTyping(!on);
    announce(t(on ? 'typing.isOff' : 'typing.isOn'));
  };
  useKeys([{ key: 'alt+h', label: t('typing.key'), run: toggle, whileTyping: true, inDialog: true }]);
  return (
    <button
      type="button"
      className={classes.switch}
      aria-pressed={on}
      aria-keyshortcuts="Alt+H"
      title={t(on ? 'typing.switchOff' : 'typing.switchOn')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={toggle}
    >
      <span className="visually-hidden">{t('typing.key')}</span>
      <span aria-hidden lang="en">
        a
      </span>
      <span aria-hidden>→</span>
      <span aria-hidden lang="hi">
        {t('typing.sign')}
      </span>
    </button>
  );
}
