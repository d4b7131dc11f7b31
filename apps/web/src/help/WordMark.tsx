import { Popover } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { announce } from '../ui/notices/announcements';
import type { HelpWord } from './help-words';
import classes from './WordMark.module.css';

/** Opens by mouse, touch, Enter or Space, and is read out then; Escape or a press elsewhere closes it. */
export function WordMark({ word }: { word: HelpWord }) {
  const { t } = useTranslations('help');
  const [opened, setOpened] = useState(false);
  const press = () => {
    if (!opened) announce(t(`help.meaning.${word}`));
    setOpened(!opened);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return;
    // It closes this alone, and not what lies around it.
    event.stopPropagation();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-start" shadow="md" withArrow>
      <Popover.Target>
        <button
          type="button"
          className={`${classes.mark ?? ''} not-printed`}
          aria-label={t('help.whatIs', { word: t(`help.word.${word}`) })}
          onClick={press}
          onKeyDown={leave}
          onBlur={() => setOpened(false)}
        >
          <span aria-hidden>?</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.meaning}>
        <strong>{t(`help.word.${word}`)}</strong>
        <p>{t(`help.meaning.${word}`)}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
