import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

const LOOKED_EVERY_MS = 2_500;
/** A process that used less of the processor than this between two looks answers nobody, in milliseconds. */
const QUIET_MS = 100;
/** After so much work there is something to give back, in milliseconds of processor time. */
const WORTH_MS = 1_000;

/**
 * Collects garbage when the server comes to rest after work. Node does so only when it needs room: what a busy hour took it
 * would keep for the night, on a machine that the office shares with its database.
 */
@Injectable()
export class IdleCollection implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private before = process.cpuUsage();
  private workedMs = 0;

  constructor() {
    setFlagsFromString('--expose-gc');
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOKED_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { user, system } = process.cpuUsage(this.before);
    const usedMs = (user + system) / 1000;
    this.workedMs += usedMs;
    if (usedMs < QUIET_MS && this.workedMs > WORTH_MS) {
      collectGarbage();
      this.workedMs = 0;
    }
    this.before = process.cpuUsage();
  }
}

/** All that there is, in a tenth of a second or two: an ordinary collection keeps the room it has emptied. */
function collectGarbage(): void {
  const collect = runInNewContext('gc') as (options: object) => void;
  collect({ type: 'major', flavor: 'last-resort' });
}
