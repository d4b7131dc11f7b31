import type { ActiveContent } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';

/** What a PDF carries that would act elsewhere; nothing for one that carries nothing, or was never looked through. */
export function ActiveContentBadge({ active }: { active: readonly ActiveContent[] | null }) {
  const { t } = useTranslations();
  if (!active || active.length === 0) return null;
  const list = active.map((each) => t(`activeContent.${each}`)).join(', ');
  const actsByItself = active.some((each) => each !== 'link');
  return (
    <span title={t('page.activeContentHint')}>
      <Pill {...(actsByItself ? { kind: 'urgent' } : {})}>{t('page.activeContent', { list })}</Pill>
    </span>
  );
}
