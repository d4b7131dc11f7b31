import type { AutosaveState } from './autosave';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import classes from '../note.module.css';

/** Where the text is kept just now: "saved 14:02:31". */
export function SaveLine<T>({ state }: { state: AutosaveState<T> }) {
  const line = useLine(state);
  const alarming = state.kind === 'offline' || state.kind === 'refused' || state.kind === 'stale';
  return (
    <span className={classes.saveLine} data-alarming={alarming || undefined} role={alarming ? 'alert' : undefined}>
      {line}
    </span>
  );
}

function useLine<T>(state: AutosaveState<T>): string {
  const { t, time } = useTranslations();
  const sentence = useSentence();
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'unsaved':
    case 'saving':
      return t('note.saving');
    case 'saved':
      return t('note.saved', { time: `${time(state.at)}:${secondOf(state.at)}` });
    case 'offline':
      return t('note.offline');
    case 'stale':
      return t('note.stale');
    case 'refused':
      return sentence(state.error);
  }
}

function secondOf(instant: string): string {
  return String(new Date(instant).getUTCSeconds()).padStart(2, '0');
}
