import { useTranslations } from '../../language/use-translations';
import { useClockWords } from '../clock/use-clock-words';
import type { Stay } from './journey-picture';

/** A stay in words. */
export function useStaySentence(): (stay: Stay) => string {
  const say = useClockWords();
  const { t, day } = useTranslations();
  return ({ post, from, days, isOverLimit, stops }) =>
    [
      say(isOverLimit ? 'journey.stayedLong' : 'journey.stayed', { post: post.marking, day: day(from), days }),
      ...stops.map(({ reason }) => say('journey.stoppedFor', { reason: t(`stopReason.${reason}`) })),
    ].join('; ');
}
