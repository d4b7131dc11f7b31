import type { DraftContent, DraftView, Named } from '@patravali/contract';
import { NativeSelect, Skeleton } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useDraftVersion } from '../api';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { differingParts, LETTER_PARTS, nameOfPart, type PartWords, wordsOfPart } from './letter-parts';
import { ComparedTexts } from '../../notes/versions/ComparedTexts';
import { VersionApprovals } from '../approval/Approvals';
import classes from '../draft.module.css';

interface VersionsProps {
  draft: Named<DraftView>;
  /** Compared at first with the one before it; the latest unless said otherwise. */
  first?: number | undefined;
}

/** Two versions of the letter side by side: what went on the left, what came on the right. */
export function Versions({ draft, first = draft.draftVersion }: VersionsProps) {
  const { t } = useTranslations();
  const [older, setOlder] = useState(Math.max(1, first - 1));
  const [newer, setNewer] = useState(first);
  return (
    <div className={classes.versions}>
      <VersionPicker label={t('draft.older')} draft={draft} value={older} onChange={setOlder} />
      <VersionPicker label={t('draft.newer')} draft={draft} value={newer} onChange={setNewer} />
      <Compared draft={draft} older={older} newer={newer} />
    </div>
  );
}

interface VersionPickerProps {
  label: string;
  draft: Named<DraftView>;
  value: number;
  onChange: (version: number) => void;
}

function VersionPicker({ label, draft, value, onChange }: VersionPickerProps) {
  const { t, dateTime, marking } = useTranslations();
  return (
    <div>
      <NativeSelect
        size="xs"
        label={label}
        value={String(value)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        data={draft.versions.map(({ draftVersion, by, at }) => ({
          value: String(draftVersion),
          label: t('draft.versionBy', { version: draftVersion, post: marking(by.post), at: dateTime(at) }),
        }))}
      />
      <ul className={classes.approvals}>
        <VersionApprovals draft={draft} version={value} />
      </ul>
    </div>
  );
}

/** Part by part, so that a new addressee is not compared with the subject; what stays is only named. */
function Compared({ draft, older, newer }: { draft: Named<DraftView>; older: number; newer: number }) {
  const translations = useTranslations('draft-forms');
  const { t } = translations;
  const { data: posts } = usePosts();
  const one = useVersionContent(draft, older);
  const other = useVersionContent(draft, newer);
  if (!one || !other || !posts) return <Skeleton height={200} className={classes.across ?? ''} />;
  const words: PartWords = { translations, posts };
  const differing = differingParts(one, other);
  if (differing.length === 0) return <p className={classes.across}>{t('draft.sameText')}</p>;
  const same = LETTER_PARTS.filter((part) => !differing.includes(part) && wordsOfPart(part, one, words) !== '');
  return (
    <>
      {differing.map((part) => (
        <Fragment key={part}>
          <h2 className={`eyebrow ${classes.part ?? ''}`}>{nameOfPart(part, words)}</h2>
          <ComparedTexts older={wordsOfPart(part, one, words)} newer={wordsOfPart(part, other, words)} />
        </Fragment>
      ))}
      {same.length > 0 && (
        <p className={`soft small ${classes.part ?? ''}`}>
          {t('draftForm.unchanged', { parts: same.map((part) => nameOfPart(part, words)).join(', ') })}
        </p>
      )}
    </>
  );
}

/** Older versions never change; the latest is the draft itself as it is being typed. */
function useVersionContent(draft: Named<DraftView>, version: number): DraftContent | undefined {
  const isLatest = version === draft.draftVersion;
  const { data } = useDraftVersion(draft.id, version, { enabled: !isLatest });
  return isLatest ? draft.content : data?.content;
}
