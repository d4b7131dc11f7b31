import type { NumberSchemeView } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

interface AheadCellsProps {
  ahead: NumberSchemeView['ahead'];
  /** Said in their place where no number is drawn. */
  otherwise: string;
}

/** Two cells of a table: the number drawn last, and the next one as it will read. */
export function AheadCells({ ahead, otherwise }: AheadCellsProps) {
  const { t, number, language } = useTranslations('numbers');
  if (!ahead) {
    return (
      <td colSpan={2} className="soft">
        {otherwise}
      </td>
    );
  }
  return (
    <>
      <td>{ahead.last === null ? t('numbers.none') : number(ahead.last)}</td>
      <td className="mono">{language === 'hi' ? (ahead.nextHi ?? ahead.next) : ahead.next}</td>
    </>
  );
}
