import { useTranslations } from '../../language/use-translations';
import type { ConsultedDesk, Stay } from './journey-picture';

/** A stay in words. */
export function useStaySentence(): (stay: Stay) => string {
  const { t, day, marking } = useTranslations('clock');
  return ({ post, from, days, isOverLimit, stops }) =>
    [
      t(isOverLimit ? 'journey.stayedLong' : 'journey.stayed', { post: marking(post), day: day(from), days }),
      ...stops.map(({ reason }) => t('journey.stoppedFor', { reason: t(`stopReason.${reason}`) })),
    ].join('; ');
}

/** From when to when a desk was asked for its opinion. */
export function useAskedSentence(): (asked: ConsultedDesk) => string {
  const { t, day, marking } = useTranslations('clock');
  return ({ post, from, until }) =>
    until === null
      ? t('journey.asked', { post: marking(post), day: day(from) })
      : t('journey.askedUntil', { post: marking(post), day: day(from), until: day(until) });
}
