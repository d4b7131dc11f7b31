import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { usePosts } from '../../../organisation/api';
import { useTranslations } from '../../../language/use-translations';
import { useActing } from '../../../api/use-session';
import { PostPicker } from '../../../organisation/picker/PostPicker';
import classes from '../../draft.module.css';
import { isOfficer, likelySignatories } from './signatories';

interface SignatoryFieldProps {
  value: string | null;
  onChange: (postId: string) => void;
}

const OTHER = 'other';

/** Who signs: mostly one's own post or its superior, else any officer's post. */
export function SignatoryField({ value, onChange }: SignatoryFieldProps) {
  const { t, marking } = useTranslations();
  const { post: own } = useActing();
  const { data: posts = [] } = usePosts();
  const near = likelySignatories(posts, own.id);
  const isNear = near.some((post) => post.id === value);
  const [other, setOther] = useState(false);
  const showOther = other || (value !== null && !isNear);
  return (
    <div>
      <span className={classes.label} id="signatory">
        {t('draft.signatory')}
      </span>
      <SegmentedControl
        size="xs"
        aria-labelledby="signatory"

        value={showOther ? OTHER : (value ?? OTHER)}
        onChange={(chosen) => {
          setOther(chosen === OTHER);
          if (chosen !== OTHER) onChange(chosen);
        }}
        data={[
          ...near.map((post) => ({ value: post.id, label: marking(post) })),
          { value: OTHER, label: t('draft.signatoryOther') },
        ]}
      />
      {showOther && (
        <PostPicker label={t('draft.signatoryOther')} value={value} onChange={onChange} offers={isOfficer} />
      )}
    </div>
  );
}
