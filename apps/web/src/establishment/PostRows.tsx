import { hasCharge, type PostTenures, type TenureView, type UnitView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { showSuccess } from '../ui/notices/announcements';
import { HandOverDialog } from '../absence/HandOverDialog';
import { AbolishPostDialog } from './AbolishDialog';
import { postDetailsQuery } from './api';
import classes from './establishment.module.css';
import { AttachDialog } from './duty/AttachDialog';
import { EndTenureDialog } from './EndTenureDialog';
import { PostDialog } from './PostDialog';
import { TenureDialog } from './TenureDialog';

interface PostRowsProps {
  post: PostTenures;
  units: readonly UnitView[];
}

const BUTTON = { variant: 'subtle', size: 'compact-xs' } as const;

/** A post with who holds and held it; the administrator changes it, gives charge of it and relieves. */
export function PostRows({ post, units }: PostRowsProps) {
  const { t, translate, marking } = useTranslations('establishment');
  const rows = post.tenures.length === 0 ? [undefined] : post.tenures;
  return rows.map((tenure, index) => (
    <tr key={tenure?.id ?? ''}>
      {index === 0 && (
        <>
          <th scope="row" rowSpan={rows.length}>
            <span className="mono">{marking(post)}</span> {translate(post.designation)}
            <div className="soft small">{translate(post.unit)}</div>
            {post.mayKeep && <ActsOnPost post={post} units={units} />}
          </th>
          <td rowSpan={rows.length}>{post.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
        </>
      )}
      {tenure ? <TenureCells post={post} tenure={tenure} units={units} /> : <td colSpan={6}>{t('page.vacant')}</td>}
    </tr>
  ));
}

function TenureCells({ post, tenure, units }: PostRowsProps & { tenure: TenureView }) {
  const { t, translate, day, marking } = useTranslations('causes', 'establishment');
  const { person, username, kind, fromOn, fromHalf, untilOn, untilHalf, endedAt, startCause, endCause } = tenure;
  const isOver = endedAt !== null || (untilOn !== null && untilOn < today());
  return (
    <>
      <td>
        {translate(person)} <span className="soft small">{username}</span>
      </td>
      <td>
        {t(`capacity.${kind}`)}
        {startCause !== null && <div className="soft small">{t(`startCause.${startCause}`)}</div>}
        {tenure.under !== null && (
          <div className="soft small">{t('establishment.under', { name: translate(tenure.under) })}</div>
        )}
        {tenure.duty !== null && <div className="soft small">{t('establishment.onDuty', { duty: tenure.duty })}</div>}
      </td>
      <td>{t('establishment.fromDay', { day: day(fromOn), half: t(`half.${fromHalf}`) })}</td>
      <td>
        {endedAt !== null
          ? t('establishment.endedAtOnce', { day: day(endedAt) })
          : untilOn !== null && untilHalf !== null
            ? t('establishment.fromDay', { day: day(untilOn), half: t(`half.${untilHalf}`) })
            : '—'}
        {endCause !== null && <div className="soft small">{t(`endCause.${endCause}`)}</div>}
      </td>
      <td>
        {tenure.orderReference ?? '—'}
        {tenure.endOrder !== null && <div>{tenure.endOrder}</div>}
      </td>
      <td>
        {!isOver && post.mayKeep && (
          <DialogButton
            {...BUTTON}
            label={t('establishment.relieve')}
            aria-label={`${t('establishment.relieve')}: ${translate(person)}, ${marking(post)}`}
            dialog={(close) => <EndTenureDialog post={post} tenure={tenure} onClose={close} />}
          />
        )}
        {!isOver && post.mayKeep && hasCharge(kind) && startCause !== 'attached' && (
          <DialogButton
            {...BUTTON}
            label={t('establishment.attach')}
            aria-label={`${t('establishment.attach')}: ${translate(person)}, ${marking(post)}`}
            dialog={(close) => <AttachDialog post={post} tenure={tenure} units={units} onClose={close} />}
          />
        )}
      </td>
    </>
  );
}

/** By an administrator, where the holder is dead, suspended or gone. */
function HandOver({ post, onClose }: Pick<PostRowsProps, 'post'> & { onClose: () => void }) {
  const { t, marking } = useTranslations('establishment');
  const handed = () => {
    showSuccess(t('establishment.handedOver', { post: marking(post) }));
    onClose();
  };
  return <HandOverDialog post={post} onHanded={handed} onClose={onClose} />;
}

function ActsOnPost({ post, units }: PostRowsProps) {
  const { t, marking } = useTranslations('establishment');
  const name = marking(post);
  return (
    <div className={classes.ofPost}>
      <DialogButton
        {...BUTTON}
        label={t('establishment.takeCharge')}
        aria-label={`${t('establishment.takeCharge')}: ${name}`}
        dialog={(close) => <TenureDialog post={post} onClose={close} />}
      />
      <DialogButton
        {...BUTTON}
        label={t('establishment.handOver')}
        aria-label={`${t('establishment.handOver')}: ${name}`}
        dialog={(close) => <HandOver post={post} onClose={close} />}
      />
      <DialogButton
        {...BUTTON}
        label={t('establishment.change')}
        aria-label={`${t('establishment.change')}: ${name}`}
        dialog={(close) => <ChangePost postId={post.id} units={units} onClose={close} />}
      />
      <DialogButton
        {...BUTTON}
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
  if (!data) return null;
  const { post, formerNames } = data;
  return <PostDialog post={post} formerNames={formerNames} unitId={post.unitId} units={units} onClose={onClose} />;
}

function Abolish({ postId, name, onClose }: OfPostProps & { name: string }) {
  const { data } = useQuery(postDetailsQuery(postId));
  return data ? <AbolishPostDialog post={{ id: postId, name }} inUse={data.inUse} onClose={onClose} /> : null;
}
