// Runs Supabase's security and performance advisors; every finding must be gone or justified.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectDir, supabaseCli } from '../supabase/local/migrate';
import { Problem } from '../supabase/local/problem';
import { reportAndExit } from './session/steps';
import { withDatabase } from './session/throw-away';

const report = z.object({
  results: z.array(
    z.looseObject({
      name: z.string(),
      cacheKey: z.string(),
      level: z.string(),
      title: z.string(),
      detail: z.string(),
    }),
  ),
});
const allowList = z.object({
  allowed: z.array(z.object({ finding: z.string(), reason: z.string().min(20) })),
});
type Finding = z.infer<typeof report>['results'][number];

async function findings(dbUrl: string): Promise<Finding[]> {
  const { stdout, stderr } = await supabaseCli([
    'db',
    'advisors',
    `--remote=${dbUrl}`,
    '--type=all',
    '--level=info',
    '--output-format=json',
  ]);
  const start = stdout.indexOf('{');
  if (start < 0) throw new Problem(`The advisors could not be run: ${stderr.trim()}`);
  const { results } = report.parse(JSON.parse(stdout.slice(start)));
  // why: a database that was made a second ago has used no index yet
  return results.filter((finding) => finding.name !== 'unused_index');
}

async function main(): Promise<void> {
  const file = join(projectDir, 'docs', 'decisions', 'advisors.json');
  const { allowed } = allowList.parse(JSON.parse(readFileSync(file, 'utf8')));
  const found = await withDatabase(26220, findings);
  const known = new Set(allowed.map((entry) => entry.finding));
  const open = found.filter((finding) => !known.has(finding.cacheKey));
  for (const { level, title, detail, cacheKey } of open) {
    console.error(`${level}: ${title}: ${detail}\n    ${cacheKey}`);
  }
  const present = new Set(found.map((finding) => finding.cacheKey));
  const stale = allowed.filter((entry) => !present.has(entry.finding));
  for (const { finding } of stale) console.error(`No longer found, remove it: ${finding}`);
  if (open.length + stale.length > 0) {
    throw new Problem(
      'Correct these findings of the advisors, or justify them in docs/decisions/advisors.json.',
    );
  }
  console.log(`The advisors found nothing new (${allowed.length} justified).`);
}

main().catch(reportAndExit);
