import type { FileView, ForwardFile, Named } from '@patravali/contract';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { isUnexplained } from './KeptLong';
import type { ForwardForm } from './use-forward-form';

/** What is in the way of sending the file now, or wants a second press. */
type Obstacle = 'being-sent' | 'no-post' | 'unexplained' | 'unfit' | 'agreement' | 'too-soon';

/** A file that was opened so short a time ago has not been read: what a key does to it may have been meant for the page before. */
const READ_AFTER_MS = 2_000;

interface Sending {
  file: Named<FileView>;
  form: ForwardForm<ForwardFile>;
  isSending: boolean;
  /** The number of the note with which sending without words would agree; null where it would not. */
  agreesWith: number | null;
}

export interface Obstacles {
  /** What stands in the way of sending by hand: the button was pressed. */
  ofHand: () => Obstacle | null;
  /** The same of the key, which may also have been pressed by mistake. @param isInHand the focus is in the note or the send bar. */
  ofKey: (isInHand: boolean) => Obstacle | null;
  /** Says what is in the way, until it no longer is. */
  say: (obstacle: Obstacle) => void;
  said: { readonly sentence: string; readonly times: number } | null;
}

/** Why sending does nothing yet: whoever presses is told, and what is told goes with its cause. */
export function useObstacles({ file, form, isSending, agreesWith }: Sending): Obstacles {
  const { t, marking } = useTranslations('sending');
  const [openedAt] = useState(() => performance.now());
  const [told, tell] = useState<{ obstacle: Obstacle; times: number } | null>(null);
  const { to } = form.form.values;
  const [unfit] = Object.values(form.form.errors);

  const ofHand = () => {
    if (isSending) return 'being-sent';
    if (to === null) return 'no-post';
    return isUnexplained(file, form) ? 'unexplained' : null;
  };
  const stands: Record<Obstacle, boolean> = {
    'being-sent': isSending,
    'no-post': to === null,
    unexplained: isUnexplained(file, form),
    unfit: unfit !== undefined,
    agreement: agreesWith !== null,
    'too-soon': agreesWith !== null,
  };
  const agreement = { note: String(agreesWith), post: marking(to) };
  const sentences: Record<Obstacle, () => string> = {
    'being-sent': () => t('file.beingSent'),
    'no-post': () => t('file.postFirst'),
    unexplained: () => t('file.delayFirst'),
    unfit: () => t('file.unfitFirst', { why: typeof unfit === 'string' ? unfit : '' }),
    agreement: () => t('file.agreementFirst', agreement),
    'too-soon': () => t('file.agreementTooSoon', agreement),
  };
  return {
    ofHand,
    ofKey: (isInHand) => {
      const obstacle = ofHand();
      if (obstacle !== null || agreesWith === null) return obstacle;
      if (performance.now() - openedAt < READ_AFTER_MS) return 'too-soon';
      return isInHand ? null : 'agreement';
    },
    say: (obstacle) => tell((before) => ({ obstacle, times: (before?.times ?? 0) + 1 })),
    said: told && stands[told.obstacle] ? { sentence: sentences[told.obstacle](), times: told.times } : null,
  };
}
