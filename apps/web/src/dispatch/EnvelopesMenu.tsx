import { ENVELOPE_SIZES, type EnvelopeSize, type IssueView, type Named } from '@patravali/contract';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/call';
import { useOutwardWords } from '../organisation/use-outward-words';
import { saveBytes } from '../ui/save-bytes';
import { useRefusal } from '../ui/use-refusal';

/** Envelopes or labels for those who are still to be sent the letter; for all when nobody is. */
export function EnvelopesMenu({ issue }: { issue: Named<IssueView> }) {
  const say = useOutwardWords();
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
          {say('outward.envelopes')} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ENVELOPE_SIZES.map((size) => (
          <Menu.Item key={size} onClick={() => void print(size)}>
            {say(`outward.size.${size}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
