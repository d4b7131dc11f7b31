import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { usePutAway } from './put-away';

/** In the menu of a person of the demo office: brings the first steps back, on the first page. */
export function ShowFirstSteps() {
  const { t } = useTranslations();
  const { session } = useActing();
  const navigate = useNavigate();
  const [, setAway] = usePutAway(session.user.username);
  if (!session.demo) return null;
  return (
    <Menu.Item
      onClick={() => {
        setAway(false);
        void navigate({ to: '/' });
      }}
    >
      {t('firstSteps.show')}
    </Menu.Item>
  );
}
