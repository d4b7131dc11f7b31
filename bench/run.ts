import { parseArgs } from 'node:util';
import type { Row } from './measuring/pairs';
import { BenchOffice } from './office/bench-office';
import { startCluster } from './office/start-cluster';
import { table, writeReport } from './report';
import { SECTIONS } from './sections';

const SMALL = 10_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      files: { type: 'string', default: '100000' },
      only: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const files = Number(values.files);
  const wanted = values.only?.split(',');
  const sections = SECTIONS.filter(({ name }) => wanted?.includes(name) ?? true);
  const begin = Date.now();
  const minutes = () => Math.round((Date.now() - begin) / 6000) / 10;
  const { cluster, folder, end } = await startCluster(values.keep);
  const rows: Row[] = [];
  try {
    const small = await BenchOffice.fill(cluster, folder, SMALL);
    const large = await BenchOffice.fill(cluster, folder, files);
    console.log(`${minutes()} min: filled an office of ${SMALL} files and one of ${files}`);
    for (const section of sections) {
      const open = section.needs.map((which) => (which === 'small' ? small : large));
      for (const office of open) await office.open();
      const found = await section.measure({ cluster, folder, small, large }).catch((error: unknown) => {
        // The others are still worth knowing.
        console.error(`${section.name} could not be measured:`, error);
        process.exitCode = 1;
        return [];
      });
      rows.push(...found);
      for (const office of open) await office.close();
      console.log(`\n${minutes()} min: ${section.name}\n\n${table(found)}`);
    }
    await small.end();
    await large.end();
  } finally {
    await end();
  }
  console.log(
    `\n# All in ${minutes()} minutes\n\n${table(rows)}\n\n${writeReport({ files, rows, minutes: minutes() })}`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
