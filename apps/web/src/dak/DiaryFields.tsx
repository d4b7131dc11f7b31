import { DELIVERY_MODES, GRADINGS, LETTER_LANGUAGES, URGENCIES } from '@patravali/contract';
import { Select, Textarea, TextInput } from '@mantine/core';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DayField } from '../ui/DayField';
import type { DiaryEntry } from './diary-entry';
import classes from './Receipts.module.css';

interface Props {
  entry: DiaryEntry;
  onChange: (change: Partial<DiaryEntry>) => void;
  /** The sentence about a field that does not fit, by its JSON pointer. */
  about: (pointer: string) => string | undefined;
}

type TextField = { [Name in keyof DiaryEntry]: DiaryEntry[Name] extends string ? Name : never }[keyof DiaryEntry];

/** What the diary notes of a letter. */
export function DiaryFields({ entry, onChange, about }: Props) {
  const { t } = useTranslations();
  const text = (name: TextField) => ({
    value: entry[name],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
    error: about(`/${name}`),
  });
  return (
    <>
      <Textarea label={t('receipts.subject')} required autosize minRows={2} maxLength={1000} {...text('subject')} />
      <div className={classes.pair}>
        <TextInput label={t('receipts.senderName')} required maxLength={300} {...text('senderName')} />
        <TextInput label={t('receipts.senderDesignation')} maxLength={300} {...text('senderDesignation')} />
      </div>
      <div className={classes.three}>
        <TextInput label={t('receipts.letterNumberOnly')} maxLength={200} {...text('letterNumber')} />
        <DayField
          label={t('receipts.letterDate')}
          max={today()}
          value={entry.letterDate}
          onChange={(letterDate) => onChange({ letterDate })}
          error={about('/letterDate')}
        />
        <DayField
          label={t('receipts.receivedOn')}
          required
          max={today()}
          value={entry.receivedOn}
          onChange={(receivedOn) => onChange({ receivedOn })}
          error={about('/receivedOn')}
        />
        <Select
          label={t('receipts.deliveryMode')}
          data={DELIVERY_MODES.map((value) => ({ value, label: t(`deliveryMode.${value}`) }))}
          value={entry.deliveryMode}
          onChange={(value) => value && onChange({ deliveryMode: value })}
          allowDeselect={false}
        />
        <Select
          label={t('receipts.language')}
          data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
          value={entry.language}
          onChange={(value) => value && onChange({ language: value })}
          allowDeselect={false}
        />
        <TextInput
          label={t('receipts.enclosures')}
          type="number"
          min={0}
          max={999}
          value={entry.enclosures}
          onChange={(event) => onChange({ enclosures: event.currentTarget.valueAsNumber || 0 })}
          error={about('/enclosures')}
        />
        <Select
          label={t('desk.urgency')}
          data={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          value={entry.urgency}
          onChange={(value) => value && onChange({ urgency: value })}
          allowDeselect={false}
        />
        <Select
          label={t('desk.grading')}
          data={GRADINGS.map((value) => ({ value, label: t(`grading.${value}`) }))}
          value={entry.grading}
          onChange={(value) => value && onChange({ grading: value })}
          allowDeselect={false}
          error={about('/grading')}
        />
      </div>
      <details className={classes.less} open={about('/senderEmail') !== undefined || undefined}>
        <summary>{t('receipts.less')}</summary>
        <div className={classes.pair}>
          <TextInput label={t('receipts.senderEmail')} type="email" {...text('senderEmail')} />
          <TextInput label={t('receipts.senderAddress')} maxLength={1000} {...text('senderAddress')} />
        </div>
        <Textarea label={t('desk.remarksOptional')} autosize minRows={1} maxLength={2000} {...text('remarks')} />
      </details>
    </>
  );
}
