/**
 * Judges that no one here wrote, on what is deployed and on what runs on this machine.
 *
 *   npm run judges                 all of them
 *   npm run judges -- cfn-lint     some
 *
 * What a judge needs is installed under .cache/judges (or JUDGES_DIR), once. A judge whose Python or Java is not there is left out, and that
 * is said; under CI=true it fails.
 */
import { typeDocumentedCommands } from './command-line.ts';
import { testOnDynamodbLocal } from './dynamodb.ts';
import { lintTemplates, validateWorkflow } from './templates.ts';
import { NoTool } from './tools.ts';

/** Gives whether everything is well; what is not has been printed. @throws NoTool */
type Judge = () => Promise<boolean>;

const judges: ReadonlyMap<string, Judge> = new Map([
  ['cfn-lint', lintTemplates],
  ['asl-validator', validateWorkflow],
  ['dynamodb', testOnDynamodbLocal],
  ['aws-cli', typeDocumentedCommands],
]);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...judges.keys()];
const verdicts: string[] = [];
for (const name of wanted) {
  const judge = judges.get(name);
  if (judge === undefined) throw new Error(`There is no judge ${name}; there are ${[...judges.keys()].join(', ')}`);
  verdicts.push(`${name}: ${await verdictOf(judge)}`);
}
console.log(`\n${verdicts.join('\n')}`);

async function verdictOf(judge: Judge): Promise<string> {
  const begun = performance.now();
  try {
    const isWell = await judge();
    if (!isWell) process.exitCode = 1;
    return `${isWell ? 'well' : 'NOT WELL, see above'} (${((performance.now() - begun) / 1000).toFixed(0)} s)`;
  } catch (error) {
    if (!(error instanceof NoTool)) throw error;
    if (process.env['CI'] === 'true') process.exitCode = 1;
    return `LEFT OUT, ${error.message}`;
  }
}
