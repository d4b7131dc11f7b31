import { Button } from '@mantine/core';
import { useTranslations } from '../language/use-translations';

interface MoreButtonProps {
  of: number;
  shown: number;
  onMore: (shown: number) => void;
}

/** Shows the other addressees of a letter that has many; nothing where all of them are shown. */
export function MoreButton({ of, shown, onMore }: MoreButtonProps) {
  const { t } = useTranslations('outward');
  if (of <= shown) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => onMore(of)}>
      {t('outward.more', { count: of - shown })}
    </Button>
  );
}
