import { type Consultation, type ConsultedPost, type Language, markingIn, type Named } from '@patravali/contract';
import { fill, formatDate, formatInstant } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import type { MovementOnPaper } from './movements-on-paper';

/** The posts that were asked, as lines of the register: each with the day it was asked, and what became of it. */
export function consultationOnPaper(
  language: Language,
  { at, by, consulted }: Named<Consultation>,
): readonly MovementOnPaper[] {
  const words = messagesOf('whole-file', language);
  return consulted.map((asked) => ({
    number: '',
    what: words.asked,
    from: markingIn(by.post, language),
    to: asked.unit
      ? `${asked.unit.name[language]}: ${markingIn(asked.post, language)}`
      : markingIn(asked.post, language),
    at: formatInstant('register', at, language),
    days: '',
    more: [
      fill(words.wantedBy, { day: formatDate('register', asked.dueOn, language) }, language),
      outcome(language, asked),
    ],
  }));
}

function outcome(language: Language, { state, at, note, reason }: Named<ConsultedPost>): string {
  const parts = [
    label(language, 'consultedState', state),
    ...(note === null ? [] : [`N/${note}`]),
    ...(at === null ? [] : [formatInstant('register', at, language)]),
  ];
  return reason === null ? parts.join(' · ') : `${parts.join(' · ')}: ${reason}`;
}
