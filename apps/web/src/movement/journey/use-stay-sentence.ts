import { useTranslations } from '../../language/use-translations';
import type { ConsultedDesk, Stay } from './journey-picture';

/** A stay in words. */
export function useStaySentence(): (stay: Stay) => string {
  const { t, day } = useTranslations('clock');
  return ({ post, from, days, isOverLimit, stops }) =>
    [
      t(isOverLimit ? 'journey.stayedLong' : 'journey.stayed', { post: post.marking, day: day(from), days }),
      ...stops.map(({ reason }) => t('journey.stoppedFor', { reason: t(`stopReason.${reason}`) })),
    ].join('; ');
}

/** From when to when a desk was asked for its opinion. */
export function useAskedSentence(): (asked: ConsultedDesk) => string {
  const { t, day } = useTranslations('clock');
  return ({ post, from, until }) =>
    until === null
      ? t('journey.asked', { post: post.marking, day: day(from) })
      : t('journey.askedUntil', { post: post.marking, day: day(from), until: day(until) });
}
