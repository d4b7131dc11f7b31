import type { PostView, TenureView, UnitView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { AbolishPostDialog } from './AbolishDialog';
import { postDetailsQuery } from './api';
import classes from './establishment.module.css';
import { EndTenureDialog } from './EndTenureDialog';
import { PostDialog } from './PostDialog';
import { TenureDialog } from './TenureDialog';

interface PostRowsProps {
  post: PostView;
  units: readonly UnitView[];
  tenures: readonly TenureView[];
  mayChange: boolean;
}

/** A post with who holds and held it; the administrator changes it, gives charge of it and relieves. */
export function PostRows({ post, units, tenures, mayChange }: PostRowsProps) {
  const { t, translate, day, marking } = useTranslations('establishment');
  const rows = tenures.length === 0 ? [undefined] : tenures;
  return rows.map((tenure, index) => (
    <tr key={tenure?.id ?? ''}>
      {index === 0 && (
        <>
          <th scope="row" rowSpan={rows.length}>
            <span className="mono">{marking(post)}</span> {translate(post.designation)}
            {mayChange && <ActsOnPost post={post} units={units} />}
          </th>
          <td rowSpan={rows.length}>{post.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
        </>
      )}
      {tenure ? (
        <>
          <td>
            {translate(tenure.person)} <span className="soft small">{tenure.username}</span>
          </td>
          <td>{t(`capacity.${tenure.kind}`)}</td>
          <td>{day(tenure.fromOn)}</td>
          <td>{tenure.untilOn === null ? '—' : day(tenure.untilOn)}</td>
          <td>{tenure.orderReference ?? '—'}</td>
          {mayChange && (
            <td>
              {(tenure.untilOn === null || tenure.untilOn >= today()) && (
                <DialogButton
                  label={t('establishment.relieve')}
                  aria-label={`${t('establishment.relieve')}: ${translate(tenure.person)}, ${marking(post)}`}
                  variant="subtle"
                  size="xs"
                  dialog={(close) => <EndTenureDialog post={post} tenure={tenure} onClose={close} />}
                />
              )}
            </td>
          )}
        </>
      ) : (
        <td colSpan={mayChange ? 6 : 5}>{t('page.vacant')}</td>
      )}
    </tr>
  ));
}

function ActsOnPost({ post, units }: Pick<PostRowsProps, 'post' | 'units'>) {
  const { t, marking } = useTranslations('establishment');
  const name = marking(post);
  const button = { variant: 'subtle', size: 'xs' } as const;
  return (
    <div className={classes.acts}>
      <DialogButton
        {...button}
        label={t('establishment.takeCharge')}
        aria-label={`${t('establishment.takeCharge')}: ${name}`}
        dialog={(close) => <TenureDialog post={post} onClose={close} />}
      />
      <DialogButton
        {...button}
        label={t('establishment.change')}
        aria-label={`${t('establishment.change')}: ${name}`}
        dialog={(close) => <ChangePost postId={post.id} units={units} onClose={close} />}
      />
      <DialogButton
        {...button}
        label={t('establishment.abolish')}
        aria-label={`${t('establishment.abolish')}: ${name}`}
        dialog={(close) => <Abolish postId={post.id} name={name} onClose={close} />}
      />
    </div>
  );
}

interface OfPostProps {
  postId: string;
  onClose: () => void;
}

/** What is changed is asked for when it is: the list says less of a post. */
function ChangePost({ postId, units, onClose }: OfPostProps & Pick<PostRowsProps, 'units'>) {
  const { data } = useQuery(postDetailsQuery(postId));
  return data ? <PostDialog post={data.post} unitId={data.post.unitId} units={units} onClose={onClose} /> : null;
}

function Abolish({ postId, name, onClose }: OfPostProps & { name: string }) {
  const { data } = useQuery(postDetailsQuery(postId));
  return data ? <AbolishPostDialog post={{ id: postId, name }} inUse={data.inUse} onClose={onClose} /> : null;
}
