import type { Box, DeskCounts, Role } from '@patravali/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDesk } from '../api';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { useChangePost } from '../../identity/use-change-post';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
import { boxesOf, holdsWork, takesPart } from '../boxes';
import { KeptViews } from './KeptViews';
import classes from './DeskNavigation.module.css';

const COUNTS: Partial<Record<Box, keyof DeskCounts>> = {
  inbox: 'inbox',
  receipts: 'receipts',
  copies: 'unseenCopies',
  drafts: 'drafts',
  'to-sign': 'toSign',
  'to-dispatch': 'toDispatch',
  stuck: 'stuck',
  parked: 'parked',
  'follow-up': 'followUpNews',
  'call-book': 'callBook',
};
/** Above this, a count is "more than". */
const COUNTED_TO = 999;

/** The boxes of the desk with their counts, what may be begun here, and the registers. */
export function DeskNavigation() {
  const { t, translate } = useTranslations();
  const { session, post } = useActing();
  const changePost = useChangePost();
  const others = session.posts.filter((one) => one.id !== post.id);
  const { data: counts } = useDesk();
  const works = holdsWork(post);
  const discussions = counts?.discussions ?? 0;
  const navigate = useNavigate();
  const does = (...roles: readonly Role[]) => roles.some((role) => post.roles.includes(role));
  const createsFiles = does('dealing_hand', 'officer');
  const diarises = does('dealing_hand', 'dispatcher');
  useKeys([{ key: 'c', label: t('keys.newFile'), run: () => void navigate({ to: '/files/new' }) }], createsFiles);
  useKeys([{ key: 'd', label: t('keys.diarise'), run: () => void navigate({ to: '/receipts/new' }) }], diarises);
  return (
    <nav className={`${classes.navigation ?? ''} not-printed`} aria-label={t('desk.navigation')}>
      <ul hidden={!works && discussions === 0}>
        {works &&
          boxesOf(post).map((box) => {
            const name = COUNTS[box];
            return (
              <li key={box}>
                <Link to="/desk/$box" params={{ box }} search={{}} activeOptions={{ includeSearch: false }}>
                  <span>{t(`desk.box.${box}`)}</span>
                  <Count of={name && counts ? counts[name] : 0} />
                </Link>
                {box === 'inbox' && <KeptViews />}
              </li>
            );
          })}
        {works && takesPart(post) && (
          <li>
            <Link to="/desk/questions">
              <span>{t('question.title')}</span>
              <Count of={counts?.questions ?? 0} />
            </Link>
          </li>
        )}
        {takesPart(post) && (
          <li>
            <Link to="/desk/discussions" search={{}} activeOptions={{ includeSearch: false }}>
              <span>{t('discussion.title')}</span>
              <Count of={discussions} />
            </Link>
          </li>
        )}
      </ul>
      {(createsFiles || diarises) && (
        <>
          <h2>{t('desk.begin')}</h2>
          <ul>
            {createsFiles && (
              <li>
                <Link to="/files/new">
                  <span>{t('desk.newFile')}</span>
                  <Kbd keys="c" />
                </Link>
              </li>
            )}
            {diarises && (
              <li>
                <Link to="/receipts/new">
                  <span>{t('desk.diarise')}</span>
                  <Kbd keys="d" />
                </Link>
              </li>
            )}
          </ul>
        </>
      )}
      <h2>{t('desk.registers')}</h2>
      <ul>
        <li>
          <Link to="/registers/$register" params={{ register: 'diary' }} search={{}}>
            {t('registers.diary')}
          </Link>
        </li>
        <li>
          <Link to="/registers/$register" params={{ register: 'dispatch' }} search={{}}>
            {t('registers.dispatch')}
          </Link>
        </li>
        <li>
          <Link to="/registers/$register" params={{ register: 'drafts' }} search={{}}>
            {t('registers.drafts')}
          </Link>
        </li>
        <li>
          <Link to="/search" search={{}}>
            {t('desk.findFiles')}
          </Link>
        </li>
        {does('auditor') && (
          <>
            <li>
              <Link to="/audit/events" search={{}} activeOptions={{ includeSearch: false }}>
                {t('page.auditEvents')}
              </Link>
            </li>
            <li>
              <Link to="/audit/sample" search={{}} activeOptions={{ includeSearch: false }}>
                {t('page.auditSample')}
              </Link>
            </li>
          </>
        )}
        {does('administrator') && (
          <>
            <li>
              <Link to="/people">{t('people.title')}</Link>
            </li>
            <li>
              <Link to="/signing-rule">{t('page.signingRule')}</Link>
            </li>
            <li>
              <Link to="/certificates">{t('page.certificates')}</Link>
            </li>
          </>
        )}
      </ul>
      {others.length > 0 && (
        <>
          <h2>{t('desk.otherPosts')}</h2>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" onClick={() => changePost(other)} title={translate(other.designation)}>
                  <span className="mono">{other.marking}</span>
                  <span className={classes.count}>{t(`capacity.${other.capacity}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

/** Nothing where there is nothing. */
function Count({ of }: { of: number }) {
  const { t, number } = useTranslations();
  if (of === 0) return null;
  return <span className={classes.count}>{of > COUNTED_TO ? t('desk.moreThan') : number(of)}</span>;
}
