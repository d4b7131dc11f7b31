import { useEffect } from 'react';
import { useTranslations } from '../language/use-translations';
import { announce } from '../ui/notices/announcements';
import classes from './typing.module.css';
import { useStopDanda } from './typing-switch';
import { useWordList } from './word-list';

const LIST = 'word-list';
/** A person who types on is not spoken to. */
const SPOKEN_AFTER_MS = 700;
/** What the list needs below the line, in pixels; with less room it stands above. */
const HEIGHT = 224;
const WIDTH = 240;

/** What the Latin word may mean, beside it: up to five words of Hindi, and the word as it was typed. */
export function WordListBox() {
  const { t } = useTranslations();
  const list = useWordList();
  const stopIsDanda = useStopDanda();
  const words = list?.choices.join(', ');
  const chosen = list?.chosen;
  useEffect(() => {
    if (words === undefined) return undefined;
    const timer = setTimeout(() => announce(t('typing.heard', { words })), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, t]);
  useEffect(() => {
    const field = document.activeElement;
    // A field with lines of its own says which of these is chosen.
    if (chosen === undefined || field?.ariaHasPopup !== null) return undefined;
    field.setAttribute('aria-controls', LIST);
    field.setAttribute('aria-activedescendant', `${LIST}-${String(chosen)}`);
    return () => {
      field.removeAttribute('aria-controls');
      field.removeAttribute('aria-activedescendant');
    };
  }, [chosen]);
  if (!list) return null;
  const { left, top, bottom } = list.place;
  const above = bottom + HEIGHT > window.innerHeight;
  return (
    <section
      data-word-list
      aria-label={t('typing.list')}
      className={classes.words}
      style={{
        left: Math.max(4, Math.min(left, window.innerWidth - WIDTH)),
        ...(above ? { bottom: window.innerHeight - top + 4 } : { top: bottom + 4 }),
      }}
    >
      <ol id={LIST} role="listbox" aria-label={t('typing.list')}>
        {list.choices.map((choice, index) => (
          <li
            key={choice}
            id={`${LIST}-${String(index)}`}
            role="option"
            aria-selected={index === list.chosen}
            lang={index === list.choices.length - 1 ? 'en' : 'hi'}
            onMouseDown={(event) => {
              event.preventDefault();
              list.choose(index);
            }}
          >
            <kbd aria-hidden>{index + 1}</kbd>
            {choice}
          </li>
        ))}
      </ol>
      <p aria-hidden>{t(list.besideLines ? 'typing.hintLines' : stopIsDanda ? 'typing.hintDanda' : 'typing.hint')}</p>
    </section>
  );
}
