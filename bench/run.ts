import { parseArgs } from 'node:util';
import type { Row } from './measuring/measure';
import { BenchOffice } from './office/bench-office';
import { startCluster } from './office/start-cluster';
import { linesOfReadme, table, writeReadme, writeReport } from './report';
import { SECTIONS } from './sections';
import { runSection, type Section } from './sections/section';
import { conditionsOf } from './table/conditions';
import { type Line, lineOf, tableOf } from './table/readme-table';

const SMALL = 10_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      files: { type: 'string', default: '100000' },
      only: { type: 'string' },
      keep: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
    },
  });
  const files = Number(values.files);
  const sections = chosen(values.only?.split(','));
  const begin = Date.now();
  const minutes = () => Math.round((Date.now() - begin) / 6000) / 10;
  const { cluster, folder, end } = await startCluster(values.keep);
  const [rows, lines]: [Row[], Line[]] = [[], []];
  try {
    const small = await BenchOffice.fill(cluster, folder, { name: 'small', files: SMALL });
    const large = await BenchOffice.fill(cluster, folder, { name: 'large', files });
    console.log(`${minutes()} min: filled an office of ${SMALL} files and one of ${files}`);
    for (const section of sections) {
      try {
        const conditions = conditionsOf(files);
        const found = await runSection(section, { cluster, folder, small, large }, section.whole);
        rows.push(...found);
        console.log(`\n${minutes()} min: ${section.name}\n\n${table(found)}`);
        const under = conditions();
        lines.push(...section.measures.map((measure) => lineOf(measure, found, under)));
      } catch (error) {
        // The others are still worth knowing.
        console.error(`${section.name} could not be measured:`, error);
        process.exitCode = 1;
      }
    }
    await small.end();
    await large.end();
  } finally {
    await end();
  }
  const path = writeReport({ files, rows, lines, minutes: minutes() });
  if (values.table) writeReadme(lines);
  console.log(`\n# All in ${minutes()} minutes\n\n${table(rows)}\n\n${path}\n\n# The README's table\n`);
  console.log(tableOf(linesOfReadme(lines)));
}

/** In the order in which they are measured, without those that this machine cannot measure. */
function chosen(wanted: readonly string[] | undefined): Section[] {
  const unknown = wanted?.filter((name) => !SECTIONS.some((section) => section.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(', ')}`);
  return SECTIONS.filter(({ name, lacks }) => {
    if (wanted && !wanted.includes(name)) return false;
    const lacking = lacks?.() ?? null;
    if (lacking) console.log(`${name}: left out, ${lacking}`);
    return !lacking;
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
