/** Processor time of processes in seconds, as Linux tells it; elsewhere nothing is known but of this process. */
const { existsSync, readdirSync, readFileSync } = require('node:fs');

const TICKS_A_SECOND = 100;
const LINUX = existsSync('/proc/self/stat');

/** Of this process, of all it has started that has ended, and of all that still runs below it, but for that one. */
exports.ofThisProcess = (except) => {
  const { user, system } = process.cpuUsage();
  if (!LINUX) return (user + system) / 1e6;
  return (user + system) / 1e6 + below(process.pid, except) + (statOf(process.pid)?.ended ?? 0);
};

/** Of that process and all below it; 0 when it has ended. */
exports.ofProcess = (id) => {
  const stat = LINUX ? statOf(id) : undefined;
  return stat ? stat.own + stat.ended + below(id) : 0;
};

function below(id, except) {
  const stats = readdirSync('/proc').filter(isNumber).map(Number).map(statOf).filter(Boolean);
  const parents = new Map(stats.map((stat) => [stat.id, stat.parent]));
  const isBelow = (one) => {
    for (let above = one; above && above !== except; above = parents.get(above))
      if (parents.get(above) === id) return true;
    return false;
  };
  return stats.filter((stat) => isBelow(stat.id)).reduce((sum, { own, ended }) => sum + own + ended, 0);
}

/** `ended`: its children that have ended, with theirs. */
function statOf(id) {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    const facts = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, own, ended] = [facts[1], facts[11] + facts[12], facts[13] + facts[14]];
    return { id, parent, own: own / TICKS_A_SECOND, ended: ended / TICKS_A_SECOND };
  } catch {
    return undefined;
  }
}

const isNumber = (name) => /^\d+$/.test(name);
