import { useEffect } from 'react';
import { useKeys } from '../ui/keyboard/keys';
import { useTranslations } from '../language/use-translations';
import { lazyImport } from '../parts/lazy-import';
import { announce, showRefusal } from '../ui/notices/announcements';
import classes from './typing.module.css';
import { switchDanda, switchTyping, takeTypingOf, useStopDanda, useTypingHindi } from './typing-switch';

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
    <>
      <Toggle
        on={on}
        keys="Alt+H"
        label={t('typing.key')}
        title={t(on ? 'typing.switchOff' : 'typing.switchOn')}
        from="a"
        to={t('typing.sign')}
        onClick={toggle}
      />
      {on && <DandaSwitch />}
    </>
  );
}

/** Whether a full stop behind Hindi becomes a danda; nobody asks before Latin letters become Hindi. */
function DandaSwitch() {
  const { t } = useTranslations();
  const on = useStopDanda();
  const toggle = () => {
    switchDanda(!on);
    announce(t(on ? 'typing.dandaIsOff' : 'typing.dandaIsOn'));
  };
  useKeys([{ key: 'alt+.', label: t('typing.dandaKey'), run: toggle, whileTyping: true, inDialog: true }]);
  return (
    <Toggle
      on={on}
      keys="Alt+."
      label={t('typing.dandaKey')}
      title={t(on ? 'typing.dandaOff' : 'typing.dandaOn')}
      from="."
      to="।"
      onClick={toggle}
    />
  );
}

interface ToggleProps {
  on: boolean;
  keys: string;
  label: string;
  title: string;
  from: string;
  to: string;
  onClick: () => void;
}

/** The field keeps the focus. */
function Toggle({ on, keys, label, title, from, to, onClick }: ToggleProps) {
  return (
    <button
      type="button"
      className={classes.switch}
      aria-pressed={on}
      aria-keyshortcuts={keys}
      title={title}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <span className="visually-hidden">{label}</span>
      <span aria-hidden lang="en">
        {from}
      </span>
      <span aria-hidden>→</span>
      <span aria-hidden lang="hi">
        {to}
      </span>
    </button>
  );
}
