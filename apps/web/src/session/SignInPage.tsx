import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { welcomeQuery } from '../api/queries';
import { useLanguage } from '../language/use-language';
import { useSentence } from '../layout/use-refusal';
import { DemoPeople } from './DemoPeople';
import { FrontDoor } from './FrontDoor';
import { PasswordForm } from './PasswordForm';

/** The way in: user name and password; in the demo office also its people, with what each can show. */
export function SignInPage() {
  const { t, say } = useLanguage();
  const { next } = useSearch({ from: '/sign-in' });
  const { data: welcome, isPending, error } = useQuery(welcomeQuery);
  const sentence = useSentence();
  return (
    <FrontDoor
      title={welcome ? say(welcome.organisation) : t('page.name')}
      beside={welcome?.demo === true && <DemoPeople people={welcome.demoPeople} next={next} />}
    >
      {isPending && <Skeleton height={16} width="60%" mb="md" />}
      {error && <p role="alert">{sentence(error)}</p>}
      <PasswordForm next={next} />
    </FrontDoor>
  );
}
