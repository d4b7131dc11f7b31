import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import classes from '../draft.module.css';
import { AddresseeFields } from './posts/AddresseeFields';
import { AnnexureFields } from './AnnexureFields';
import { CoSignatoryField } from './posts/CoSignatoryField';
import { type DraftForm, partsOf } from '../form/draft-form';
import { EnglishLine, EnglishLines } from './EnglishFields';
import { EnclosedField } from './enclosed/EnclosedField';
import { FormAndLanguage, OfSomeForms } from './FormFields';
import { LinesField } from './LinesField';
import { OwnCopiesField } from './posts/OwnCopiesField';
import { ReferenceFields } from './ReferenceFields';
import { ReplyByField } from './ReplyByField';
import { SignatoryField } from './posts/SignatoryField';
import { SubjectFields, WordsFields } from './TextFields';
import { textPlaces } from './text-places';
import { useDraftErrors } from '../form/use-draft-errors';
import type { TakenPart } from '../form/taking-over';

interface DraftFieldsProps {
  fileId: string;
  form: DraftForm;
  onChange: (form: DraftForm) => void;
  /** What another letter is about to fill, unless it is typed before. */
  coming?: readonly TakenPart[];
}

/** The letter as it is typed, in the order in which it is read: the fields that its form has, the texts side by side. */
export function DraftFields({ fileId, form, onChange, coming = [] }: DraftFieldsProps) {
  const { t } = useTranslations('draft-forms');
  const errors = useDraftErrors(form);
  const set = (changes: Partial<DraftForm>) => onChange({ ...form, ...changes });
  const parts = partsOf(form);
  const places = textPlaces(form);
  const shared = { form, onChange: set, errors };
  return (
    <div className={classes.fields}>
      <FormAndLanguage form={form} onChange={onChange} />
      {parts.addressees !== 'none' && (
        <Coming isComing={coming.includes('addressees')}>
          <AddresseeFields
            legend={t('draft.addressees')}
            add={t('draft.addAddressee')}
            addressees={form.addressees}
            errorOf={(index, field) => errors[`addressees.${index}.${field}`]}
            onChange={(addressees) => set({ addressees })}
            mayBeEmpty={false}
          />
          <EnglishLines list="addressees" label={t('draft.addressees')} {...shared} />
        </Coming>
      )}
      {parts.addressees !== 'none' && <OwnCopiesField form={form} onChange={(ownCopies) => set({ ownCopies })} />}
      <OfSomeForms form={form} onChange={onChange} errors={errors} />
      <Coming isComing={coming.includes('subject')}>
        <div className={classes.texts}>
          {places.map((place) => (
            <SubjectFields key={place.path} place={place} {...shared} />
          ))}
        </div>
      </Coming>
      {parts.reference && (
        <Coming isComing={coming.includes('reference')}>
          <ReferenceFields {...shared} error={errors['reference.number']} />
          <EnglishLine field="referenceNumber" label={t('draft.referenceNumber')} {...shared} />
        </Coming>
      )}
      {parts.attention && <EnglishLine field="attention" label={t('draftForm.attention')} {...shared} />}
      <div className={classes.texts}>
        {places.map((place) => (
          <WordsFields key={place.path} place={place} {...shared} />
        ))}
      </div>
      <EnclosedField
        fileId={fileId}
        enclosed={form.enclosedDocuments}
        onChange={(enclosedDocuments) => set({ enclosedDocuments })}

        errors={errors}
      />
      <LinesField
        label={parts.enclosures === 'papers' ? t('draftForm.papers') : t('draft.enclosures')}
        lines={form.enclosures}
        error={errors.enclosures ?? form.enclosures.map((_, index) => errors[`enclosures.${index}`]).find(Boolean)}
        onChange={(enclosures) => set({ enclosures })}
      />
      <EnglishLines list="enclosures" label={t('draft.enclosures')} {...shared} />
      <AnnexureFields
        annexures={form.annexures}
        language={form.language === 'en' ? 'en' : 'hi'}
        onChange={(annexures) => set({ annexures })}

        errors={errors}
      />
      <AddresseeFields
        legend={t('draft.copyTo')}
        add={t('draft.addCopy')}
        addressees={form.copyTo}
        errorOf={(index, field) => errors[`copyTo.${index}.${field}`]}
        onChange={(copyTo) => set({ copyTo })}
        mayBeEmpty
      />
      <EnglishLines list="copyTo" label={t('draft.copyTo')} {...shared} />
      {parts.addressees !== 'none' && <ReplyByField replyBy={form.replyBy} onChange={(replyBy) => set({ replyBy })} />}
      <SignatoryField value={form.signatoryPostId} onChange={(signatoryPostId) => set({ signatoryPostId })} />
      <CoSignatoryField
        signatoryPostId={form.signatoryPostId}
        postIds={form.coSignatoryPostIds}
        onChange={(coSignatoryPostIds) => set({ coSignatoryPostIds })}
      />
    </div>
  );
}

/** Fields that are about to be filled say so, and can be typed into all the same. */
function Coming({ isComing, children }: { isComing: boolean; children: ReactNode }) {
  return (
    <div className={classes.part} data-coming={isComing || undefined} aria-busy={isComing || undefined}>
      {children}
    </div>
  );
}
