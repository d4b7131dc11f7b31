import { useTranslations } from '../../language/use-translations';
import { useClockWords } from '../clock/use-clock-words';
import type { Asked, Stay } from './journey-picture';

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

/** From when to when a desk was asked for its opinion. */
export function useAskedSentence(): (asked: Asked) => string {
  const say = useClockWords();
  const { day } = useTranslations();
  return ({ post, from, until }) =>
    until === null
      ? say('journey.asked', { post: post.marking, day: day(from) })
      : say('journey.askedUntil', { post: post.marking, day: day(from), until: day(until) });
}
