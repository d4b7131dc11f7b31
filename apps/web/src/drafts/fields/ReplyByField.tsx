import { TextInput } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';

interface ReplyByFieldProps {
  replyBy: string;
  onChange: (replyBy: string) => void;
  readOnly: boolean;
}

/** By when a reply is asked for. */
export function ReplyByField({ replyBy, onChange, readOnly }: ReplyByFieldProps) {
  const { t, day } = useTranslations('outward');
  const label = t('outward.replyBy');
  if (!readOnly) return <DayField size="xs" label={label} value={replyBy} onChange={onChange} />;
  return replyBy === '' ? null : <TextInput size="xs" label={label} value={day(replyBy)} readOnly />;
}
