import { Modal, Switch } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from './Kbd';
import classes from './AllKeys.module.css';
import { useBoundKeys, useSingleKeys } from './keys';

/** Every key that works on this page now. */
export function AllKeys({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslations();
  const bindings = useBoundKeys();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const nearest = bindings.filter(
    (binding, index) => binding.hidden !== true && bindings.findIndex((other) => other.key === binding.key) === index,
  );
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.all')} closeButtonProps={{ 'aria-label': t('page.close') }}>
      <dl className={classes.keys}>
        {nearest.map((binding) => (
          <div key={binding.key}>
            <dt>
              <Kbd keys={binding.key} />
              <span className="visually-hidden">{binding.key}</span>
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={t('keys.single')}
      />
    </Modal>
  );
}
