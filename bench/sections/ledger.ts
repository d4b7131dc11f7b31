import { actsPerSecond } from '../measuring/load';
import { mean, pairs, row } from '../measuring/pairs';
import { filesOnDesks, forwardOne } from '../office/forwarding';
import { untilAllIsLogged } from '../office/until-all-is-logged';
import type { Section } from './section';

const CLIENTS = 8;
const PAIRS = 8;
const ARM_MS = 6000;
const GOAL = { must: 0.85, aim: 0.95 };
const TRIGGER = 'refuse_gap_in_events()';

/** Events with their number alone: no hash, and nothing that waits for the log. */
const WITHOUT = `
  CREATE OR REPLACE FUNCTION ${TRIGGER} RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    NEW.sequence := COALESCE((SELECT sequence + 1 FROM public.event
      WHERE organisation_id = NEW.organisation_id AND subject_id = NEW.subject_id ORDER BY sequence DESC LIMIT 1), 1);
    NEW.encoding := 1;
    NEW.previous_hash := decode(repeat('00', 32), 'hex');
    NEW.hash := NEW.previous_hash;
    RETURN NEW;
  END $$`;

/** Forwarding with the chain of events, the log and its sequencer, against the same without them. */
export const ledger: Section = {
  name: 'ledger',
  needs: ['large'],
  async measure({ large }) {
    const files = await filesOnDesks(large);
    const { rows } = await large.sql.query<{ definition: string }>(
      `SELECT pg_get_functiondef('${TRIGGER}'::regprocedure) AS definition`,
    );
    const forward = () => actsPerSecond(CLIENTS, ARM_MS, (client) => forwardOne(large, files, client, CLIENTS));
    const arm = (definition: string) => async () => {
      await untilAllIsLogged(large);
      await large.sql.query(definition);
      return await forward();
    };
    const [withIt, without] = [arm(rows[0]?.definition ?? ''), arm(WITHOUT)];
    try {
      await withIt();
      const { a, b, ratios } = await pairs(withIt, without, PAIRS);
      const of = `${Math.round(mean(a))} a second, without ${Math.round(mean(b))}`;
      return [row(`forward with chain and log ÷ without, ${CLIENTS} clients`, ratios, of, GOAL)];
    } finally {
      await large.sql.query(rows[0]?.definition ?? '');
    }
  },
};
