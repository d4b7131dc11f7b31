import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';

interface ReplyByFieldProps {
  replyBy: string;
  onChange: (replyBy: string) => void;
}

/** By when a reply is asked for. */
export function ReplyByField({ replyBy, onChange }: ReplyByFieldProps) {
  const { t } = useTranslations('outward');
  return <DayField size="xs" label={t('outward.replyBy')} value={replyBy} onChange={onChange} />;
}
