import type { FileRow, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';

/** That its sender asks for it back or was refused, or that a superior took it. */
export function RecallPills({ file: { recall, pulledUp } }: { file: Named<FileRow> }) {
  const { t } = useTranslations();
  return (
    <>
      {recall && <Pill kind="yellow">{t(`desk.recall.${recall}`)}</Pill>}
      {pulledUp && <Pill kind="yellow">{t('desk.pulledUp')}</Pill>}
    </>
  );
}
