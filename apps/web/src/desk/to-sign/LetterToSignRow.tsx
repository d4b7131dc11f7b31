import type { LetterToSign, Named } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';
import { LetterPreview } from './LetterPreview';

interface LetterToSignRowProps {
  letter: Named<LetterToSign>;
  /** Beside the number. */
  badges?: ReactNode;
}

/** A letter whose next signature is this post's. */
export function LetterToSignRow({ letter, badges }: LetterToSignRowProps) {
  const { t } = useTranslations('signing');
  return (
    <Row
      of={letter}
      badges={badges}
      about={[t(`letterForm.${letter.form}`), letter.addressee].filter(Boolean).join(' · ')}
      aside={
        <>
          {letter.of > 1 && <span>{t('signing.signedOf', { signed: letter.signed, of: letter.of })}</span>}
          <Time at={letter.since} form="dayShort" />
        </>
      }
    />
  );
}

export function LetterToSignPreview({ letter, onOpen }: { letter: Named<LetterToSign>; onOpen: () => void }) {
  const { t } = useTranslations('signing');
  return (
    <LetterPreview
      letter={letter}
      title={t(`letterForm.${letter.form}`)}
      to={letter.addressee}
      progress={[t('signing.signatures'), t('signing.signedOf', { signed: letter.signed, of: letter.of })]}
      onOpen={onOpen}
    />
  );
}
