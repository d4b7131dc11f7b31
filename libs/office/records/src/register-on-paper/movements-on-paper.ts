import { type Language, markingIn, type MovementView, type Named } from '@patravali/contract';
import { fill, formatDate, formatInstant } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';

/** A line of the register of movements, its words already in the language of the document. */
export interface MovementOnPaper {
  readonly number: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  /** Working days that the desk had it that it left. */
  readonly days: string;
  /** Passed over, remarks, explanation, and when a clock stood: as far as there are any. */
  readonly more: readonly string[];
}

export function movementOnPaper(language: Language, movement: Named<MovementView>): MovementOnPaper {
  const words = messagesOf('whole-file', language);
  const { sequence, kind, from, to, at, keptDays, jumped, remarks, explanation, stops } = movement;
  const day = (value: string) => formatDate('register', value, language);
  return {
    number: String(sequence),
    what: label(language, 'movement', kind),
    from: markingIn(from, language),
    to: markingIn(to, language),
    at: formatInstant('register', at, language),
    days: keptDays === null ? '' : String(keptDays),
    more: [
      ...(jumped.length > 0
        ? [fill(words.jumped, { posts: jumped.map((post) => markingIn(post, language)).join(', ') }, language)]
        : []),
      ...(remarks === null ? [] : [remarks]),
      ...(explanation === null ? [] : [fill(words.explained, { explanation }, language)]),
      ...stops.map(({ reason, stoppedOn, startedOn }) => {
        const stopped = { reason: label(language, 'stopReason', reason), from: day(stoppedOn) };
        return fill(words.stopped, { ...stopped, to: startedOn === null ? '' : day(startedOn) }, language);
      }),
    ],
  };
}
