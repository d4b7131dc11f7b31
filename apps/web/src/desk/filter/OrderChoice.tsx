import type { InboxOrder } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from '../../ui/list/list-page.module.css';

interface OrderChoiceProps {
  orders: readonly InboxOrder[];
  order: InboxOrder;
  onChange: (order: InboxOrder) => void;
}

/** Which row of a list comes first. */
export function OrderChoice({ orders, order, onChange }: OrderChoiceProps) {
  const { t } = useTranslations();
  return (
    <select
      className={classes.tool}
      aria-label={t('desk.order')}
      value={order}
      onChange={({ currentTarget }) => {
        const chosen = orders.find((one) => one === currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    >
      {orders.map((one) => (
        <option key={one} value={one}>
          {t(`desk.order.${one}`)}
        </option>
      ))}
    </select>
  );
}
