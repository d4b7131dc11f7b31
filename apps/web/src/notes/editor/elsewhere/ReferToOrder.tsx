import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { keyOf } from '../../../api/keys';
import { readDay } from '../../../language/read-day';
import { useTranslations } from '../../../language/use-translations';
import { DayField } from '../../../ui/DayField';
import { FormDialog } from '../../../ui/FormDialog';
import type { ReferDialogProps } from './refer-dialog';

const TYPING_PAUSE_MS = 300;

/** The letter of this office that bears the number, if one may read it: then the reference leads there. */
const letterOfNumber = (number: string) =>
  queryOptions({
    queryKey: keyOf('listIssues', 'of-number', number),
    queryFn: async () => {
      const { items } = await call('listIssues', { query: { number, limit: 1 } });
      return items.find(({ state }) => state === 'issued') ?? null;
    },
  });

/** An earlier order by its number and day: of this office or of any other. */
export function ReferToOrder({ onPick, onClose }: ReferDialogProps) {
  const { t, registerDay } = useTranslations();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const [isFinding, setFinding] = useState(false);
  const number = typed.trim();
  const [asked] = useDebouncedValue(number, TYPING_PAUSE_MS);
  const { data: letter } = useQuery({ ...letterOfNumber(asked), enabled: asked !== '' });
  const found = asked === number ? letter : undefined;
  const submit = async () => {
    setFinding(true);
    // Named by its number alone when nobody answers.
    const issue = await queries.query(letterOfNumber(number)).catch(() => null);
    const date = issue?.issuedOn ?? (day === '' ? undefined : day);
    onPick({
      to: { kind: 'order', number, ...(date !== undefined && { date }), ...(issue && { issueId: issue.id }) },
      label: date === undefined ? number : t('note.orderLabel', { order: number, day: registerDay(date) }),
    });
  };
  return (
    <FormDialog
      title={t('note.referTo.order')}
      act={t('note.insertReference')}
      pending={isFinding}
      incomplete={number === '' || (day !== '' && readDay(day) !== day)}
      returnFocus={false}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextInput
        label={t('note.orderNumber')}
        value={typed}
        maxLength={100}
        required
        data-autofocus
        data-letters="latin"
        description={found ? t('note.orderFound', { subject: found.subject }) : t('note.orderNumberHelp')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DayField label={t('note.orderDate')} value={found?.issuedOn ?? day} onChange={setDay} />
    </FormDialog>
  );
}
