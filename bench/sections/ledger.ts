import { actsPerSecond } from '../measuring/load';
import type { Measure } from '../measuring/measure';
import { mean, pairs, row } from '../measuring/pairs';
import { filesOnDesks, forwardOne } from '../office/forwarding';
import { untilAllIsLogged } from '../office/until-all-is-logged';
import type { Section } from './section';

const CLIENTS = 8;
const LEDGER: Measure = {
  name: `forward with the chain and the log of events ÷ without, ${CLIENTS} clients, 10,000 files`,
  goal: { must: 0.85, aim: 0.95 },
};
const WHOLE = { pairs: 8, armMs: 6000 };
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

/**
 * Forwarding with the chain of events, the log and its sequencer, against the same without them. The chains of the office do not
 * hold after it.
 */
export const ledger: Section<typeof WHOLE> = {
  name: 'ledger',
  needs: ['small'],
  measures: [LEDGER],
  whole: WHOLE,
  least: { pairs: 1, armMs: 100 },
  async measure({ small: office }, { pairs: count, armMs }) {
    const files = await filesOnDesks(office);
    const { rows } = await office.sql.query<{ definition: string }>(
      `SELECT pg_get_functiondef('${TRIGGER}'::regprocedure) AS definition`,
    );
    const forward = () => actsPerSecond(CLIENTS, armMs, (client) => forwardOne(office, files, client, CLIENTS));
    const arm = (definition: string) => async () => {
      await untilAllIsLogged(office);
      await office.sql.query(definition);
      return await forward();
    };
    const [withIt, without] = [arm(rows[0]?.definition ?? ''), arm(WITHOUT)];
    try {
      await withIt();
      const { a, b, ratios } = await pairs(withIt, without, count);
      const of = `${Math.round(mean(a))} a second, without ${Math.round(mean(b))}`;
      return [row(LEDGER, ratios, of, { ours: { value: mean(a), unit: 'a second' } })];
    } finally {
      await office.sql.query(rows[0]?.definition ?? '');
    }
  },
};
