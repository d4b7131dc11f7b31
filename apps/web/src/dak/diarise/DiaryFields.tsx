import {
  DIARISED_MODES,
  GRADINGS,
  gradingsFor,
  LETTER_LANGUAGES,
  type Named,
  type ReadField,
  type ReceiptView,
} from '@patravali/contract';
import { Select, Textarea, TextInput, type TextInputProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useActing } from '../../api/use-session';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { useUrgenciesToGive } from '../../organisation/urgencies';
import { DayField } from '../../ui/DayField';
import type { DiaryEntry } from './diary-entry';
import { ReadMark } from './ReadMark';
import type { ReadingOfLetter } from './use-letter-read';
import classes from './receipts.module.css';
import { LongLine } from '../../ui/forms/LongLine';

interface DiaryFieldsProps {
  form: UseFormReturnType<DiaryEntry>;
  /** The entry that is corrected; a new one has none. */
  now?: Pick<Named<ReceiptView>, 'grading' | 'urgency' | 'deliveryMode'>;
  /** What a machine has read of the letter. */
  reading?: ReadingOfLetter | undefined;
}

/** What the diary notes of a letter. */
export function DiaryFields({ form, now, reading }: DiaryFieldsProps) {
  const { t } = useTranslations('receipt-moves');
  const { roles } = useActing().post;
  const urgencies = useUrgenciesToGive(roles, now?.urgency);
  const gradings = now ? gradingsFor(roles, now.grading) : GRADINGS;
  // What came from within the office stays so.
  const modes = now?.deliveryMode === 'within_office' ? [now.deliveryMode] : DIARISED_MODES;
  const field = (name: keyof DiaryEntry) => form.getInputProps(name);
  const marked = (name: ReadField) => markOf(reading, name);
  return (
    <>
      <LongLine
        label={t('receipts.subject')}
        required
        data-autofocus
        minRows={2}
        {...field('subject')}
        {...marked('subject')}
      />
      <div className={classes.pair}>
        <TextInput label={t('receipts.senderName')} required {...field('senderName')} {...marked('senderName')} />
        <TextInput
          label={t('receipts.senderDesignation')}
          {...field('senderDesignation')}
          {...marked('senderDesignation')}
        />
      </div>
      <div className={classes.three}>
        <TextInput
          data-letters="latin"
          label={t('receipts.letterNumberOnly')}
          {...field('letterNumber')}
          {...marked('letterNumber')}
        />
        <DayFieldOf form={form} name="letterDate" {...marked('letterDate')} />
        <DayFieldOf form={form} name="receivedOn" required />
        <Select
          label={t('receipts.deliveryMode')}
          data={modes.map((value) => ({ value, label: t(`deliveryMode.${value}`) }))}
          allowDeselect={false}
          {...field('deliveryMode')}
        />
        <Select
          label={t('receipts.language')}
          data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
          allowDeselect={false}
          {...field('language')}
          {...marked('language')}
        />
        <TextInput label={t('receipts.enclosures')} type="number" {...field('enclosures')} />
        <Select
          label={t('desk.urgency')}
          data={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          allowDeselect={false}
          {...field('urgency')}
          {...marked('urgency')}
        />
        <Select
          label={t('desk.grading')}
          data={gradings.map((value) => ({ value, label: t(`grading.${value}`) }))}
          allowDeselect={false}
          {...field('grading')}
        />
      </div>
      <details className={classes.less} open={LESS.some((name) => name in form.errors) || undefined}>
        <summary>{t('receipts.less')}</summary>
        <div className={classes.pair}>
          <TextInput label={t('receipts.senderEmail')} type="email" {...field('senderEmail')} />
          <TextInput label={t('receipts.senderAddress')} {...field('senderAddress')} />
        </div>
        <Textarea label={t('desk.remarksOptional')} minRows={1} {...field('remarks')} />
      </details>
    </>
  );
}

type Marked = Pick<TextInputProps, 'description' | 'inputWrapperOrder' | 'onFocus'>;

/** The mark of a field that a machine has filled, below it; where that stands is shown while the person is in the field. */
function markOf(reading: ReadingOfLetter | undefined, name: ReadField) {
  if (!reading) return {};
  const read = reading.read[name];
  const onFocus = () => reading.show(name);
  if (!read) return { onFocus };
  return {
    onFocus,
    description: <ReadMark read={read} quoted={reading.shown === read} />,
    inputWrapperOrder: BELOW,
  };
}
const BELOW: NonNullable<Marked['inputWrapperOrder']> = ['label', 'input', 'description', 'error'];

/** The fields that are folded away until they are wanted. */
const LESS = ['senderEmail', 'senderAddress', 'remarks'];

interface DayFieldOfProps extends Partial<Marked> {
  form: UseFormReturnType<DiaryEntry>;
  name: 'letterDate' | 'receivedOn';
  required?: boolean;
}

/** A day of the letter, which never lies in the future. */
function DayFieldOf({ form, name, required = false, ...marked }: DayFieldOfProps) {
  const { t } = useTranslations('receipt-moves');
  return (
    <DayField
      label={t(`receipts.${name}`)}
      required={required}
      max={today()}
      value={form.values[name]}
      onChange={(day) => form.setFieldValue(name, day)}
      error={form.errors[name]}
      {...marked}
    />
  );
}
