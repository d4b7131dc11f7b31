import { ENVELOPE_SIZES, type EnvelopeSize, type IssueView, type Named } from '@patravali/contract';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { saveBytes } from '../../ui/save-bytes';
import { useRefusal } from '../../ui/notices/use-refusal';

/** Envelopes or labels for those who are still to be sent the letter; for all when nobody is. */
export function EnvelopesMenu({ issue }: { issue: Named<IssueView> }) {
  const { t } = useTranslations('outward');
  const refuse = useRefusal();
  const [working, setWorking] = useState(false);
  const open = issue.sendings.filter(({ state }) => state === 'to_send').map(({ recipient }) => recipient);
  const print = async (size: EnvelopeSize) => {
    setWorking(true);
    try {
      const query = { size, ...(open.length > 0 && { recipients: open.join(',') }) };
      saveBytes(await call('printEnvelopes', { params: { issueId: issue.id }, query }), `${issue.number} ${size}.pdf`);
    } catch (error) {
      refuse(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="sm" loading={working}>
          {t('outward.envelopes')} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ENVELOPE_SIZES.map((size) => (
          <Menu.Item key={size} onClick={() => void print(size)}>
            {t(`outward.size.${size}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
