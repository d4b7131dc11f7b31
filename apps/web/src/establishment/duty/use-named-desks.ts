import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import type { NamedDesk } from './DutyDesks';

interface NamedDesks {
  desks: readonly NamedDesk[];
  /** What stood against a desk when the order was last refused, by its place. */
  wrong: ReadonlyMap<number, string>;
  onChange: (desks: readonly NamedDesk[]) => void;
}

/** The desks that an order names, and what the server says of each when it refuses. */
export function useNamedDesks(first: readonly NamedDesk[]) {
  const [desks, setDesks] = useState(first);
  const [wrong, setWrong] = useState<ReadonlyMap<number, string>>(new Map());
  const named: NamedDesks = {
    desks,
    wrong,
    onChange: (changed) => {
      setDesks(changed);
      setWrong(new Map());
    },
  };
  const order = async (send: () => Promise<unknown>) => {
    try {
      await send();
    } catch (error) {
      if (error instanceof ProblemError) setWrong(saidOfDesks(error));
      throw error;
    }
  };
  return { named, order };
}

/** By the place of each desk in the request. */
function saidOfDesks({ problem }: ProblemError): ReadonlyMap<number, string> {
  return new Map(
    (problem.errors ?? []).flatMap(({ pointer, detail }) => {
      const [, place] = /^#\/desks\/(\d+)\//.exec(pointer) ?? [];
      return place === undefined ? [] : [[Number(place), detail] as const];
    }),
  );
}
