import { Group } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from '../../language/use-translations';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { announce, showRefusal } from '../../ui/notices/announcements';
import classes from '../typing.module.css';
import { dismissOffer, onPaste, usePasteOffer } from './paste-offer';

/** Offers Unicode for text pasted from a legacy font, and right places for misplaced signs of vowels. */
export function PasteOfferBox() {
  const { t } = useTranslations('paste');
  const offer = usePasteOffer();
  const page = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    document.addEventListener('paste', onPaste, { capture: true });
    return () => document.removeEventListener('paste', onPaste, { capture: true });
  }, []);
  useEffect(() => dismissOffer, [page]);
  useEffect(() => {
    if (offer) announce(`${t(`paste.${offer.kind}`)} ${t('paste.heard')}`);
  }, [offer, t]);
  const accept = () => {
    if (offer?.accept()) announce(t('paste.done'));
    else showRefusal(t('paste.changed'));
  };
  if (!offer) return null;
  const small = { size: 'compact-sm', whileTyping: true, inDialog: true } as const;
  return (
    <section className={classes.offer} aria-label={t('paste.offer')}>
      <p>{t(`paste.${offer.kind}`)}</p>
      <p className={classes.preview} lang="hi" tabIndex={0} role="group" aria-label={t('paste.preview')}>
        {offer.preview}
      </p>
      <Group gap="xs" justify="flex-end">
        <KeyButton keys="alt+x" label={t('paste.leave')} variant="default" onClick={dismissOffer} {...small} />
        <KeyButton keys="alt+u" label={t(`paste.accept.${offer.kind}`)} onClick={accept} {...small} />
      </Group>
    </section>
  );
}
