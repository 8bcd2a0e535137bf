import { logError } from '#shared/aws/log.ts';
import { resume } from '#shared/case/answers.ts';
import type { Case, WhyParked } from '#shared/case/case.ts';
import { answerCase } from '#shared/moderation/follow-up.ts';
import type { Attending, AttendPorts } from './attend.ts';
import { rehearse } from './rehearse.ts';
import { takeDue, timer } from './take-due.ts';

/** How long one call goes on, in milliseconds: the function may take half as long again, and an operator waits. */
const runsFor = 20_000;

/** What came of it. `failed` cases are still parked, and the log names them; `more`: the time was up, so repeat the call. */
interface ResumedAll {
  readonly outcome: 'attended' | 'nothing-to-do';
  readonly resumed: number;
  readonly failed: number;
  readonly more: boolean;
}

/** Sends every case on its way again that was parked for this reason at this time or later. */
export async function resumeAll(
  ports: AttendPorts,
  why: WhyParked,
  since: Date,
  { by, dryRun = false }: Attending = {},
): Promise<ResumedAll> {
  const apply = dryRun ? rehearse : answerCase;
  const now = ports.now();
  const from = since < now ? since : now;
  const isMeant = ({ parked }: Case) => parked?.why === why && parked.at >= since.toISOString();
  let resumed = 0;
  let failed = 0;
  const run = await takeDue(ports.waiting.waitingSince(from, now), timer(ports.now, runsFor), async (submissionId) => {
    try {
      const changed = await apply(ports, submissionId, (current, at) =>
        isMeant(current) ? resume(current, at, by) : { kind: 'nothing-to-do' as const },
      );
      if (changed?.outcome.kind === 'attended') resumed += 1;
    } catch (error) {
      logError('a case could not be resumed', error, { submissionId });
      failed += 1;
    }
  });
  return { outcome: resumed > 0 ? 'attended' : 'nothing-to-do', resumed, failed, more: !run.all };
}
