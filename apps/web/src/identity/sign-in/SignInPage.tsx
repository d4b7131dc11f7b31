import { Skeleton } from '@mantine/core';
import { PAGE_PATHS } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { welcomeQuery } from '../api';
import { useTranslations } from '../../language/use-translations';
import { DemoPeople } from './DemoPeople';
import { SignInLayout } from './SignInLayout';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { PasswordForm } from './PasswordForm';

/** The same in every language. */
const LOAD = 'load office.json';

/** Signing in with user name and password; in the demo office also its people, with what each can show. */
export function SignInPage() {
  const { t, translate } = useTranslations();
  const { next } = useSearch({ from: '/sign-in' });
  const { data: welcome, isPending, error } = useQuery(welcomeQuery);
  const isFounded = welcome === undefined || translate(welcome.organisation) !== '';
  return (
    <SignInLayout
      title={welcome && isFounded ? translate(welcome.organisation) : t('page.name')}
      beside={welcome?.demo === true && <DemoPeople people={welcome.demoPeople} next={next} />}
    >
      {isPending && <Skeleton height={16} width="60%" mb="md" />}
      <RefusalLine error={error} />
      {isFounded ? <PasswordForm next={next} /> : <p>{t('session.notFounded', { command: LOAD })}</p>}
      {/* No link of the router: the page for strangers has a policy of its own. */}
      <p className="small">
        <a href={PAGE_PATHS.verifyBundle}>{t('session.verifyBundle')}</a>
      </p>
    </SignInLayout>
  );
}
