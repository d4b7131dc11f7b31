const { existsSync, readFileSync } = require('node:fs');

const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** The files of a report of Stryker, each with its mutants; nothing if the run never came to an end. */
exports.readReport = (report) => (existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).files : undefined);

/** How much of what was broken was noticed, of 100. */
exports.percentOf = (mutants) => {
  const { noticed, counted } = countsOf(mutants);
  return counted === 0 ? 100 : (100 * noticed) / counted;
};

exports.showScore = (mutants) => {
  const { noticed, counted } = countsOf(mutants);
  return `${exports.percentOf(mutants).toFixed(1).padStart(7)} %  ${`${noticed}/${counted}`.padEnd(9)}`;
};

/** One line a file, with the lines in which something was missed. */
exports.showReport = (files) => {
  for (const [path, { mutants }] of Object.entries(files)) {
    const missed = mutants.filter(({ status }) => MISSED.includes(status)).map(({ location }) => location.start.line);
    const lines = [...new Set(missed)].sort((a, b) => a - b).join(', ');
    console.log(`${exports.showScore(mutants)}  ${path}${lines && `: missed in line ${lines}`}`);
  }
};

function countsOf(mutants) {
  const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  return { noticed, counted: noticed + mutants.filter(({ status }) => MISSED.includes(status)).length };
}
