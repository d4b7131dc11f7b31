import { Button } from '@mantine/core';
import { useTranslations } from '../language/use-translations';

interface MoreButtonProps {
  of: number;
  shown: number;
  label: 'dispatch.moreRecipients' | 'draft.moreAddressees';
  onMore: (shown: number) => void;
}

/** Shows what else a long form holds; nothing where all of it is shown. */
export function MoreButton({ of, shown, label, onMore }: MoreButtonProps) {
  const { t } = useTranslations();
  if (of <= shown) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => onMore(of)}>
      {t(label, { count: of - shown })}
    </Button>
  );
}
