import type { OperationId } from '@patravali/contract';
import { useTurn } from '../api/use-turn';
import { useTranslations } from '../language/use-translations';

/** Says where something stands that has been waited for a while, because the work of others comes before it. */
export function YourTurn({ operation, waiting }: { operation: OperationId; waiting: boolean }) {
  const { t } = useTranslations();
  const place = useTurn(operation, waiting);
  return (
    <span className="soft small" role="status">
      {place !== null && t('page.yourTurn', { place })}
    </span>
  );
}
