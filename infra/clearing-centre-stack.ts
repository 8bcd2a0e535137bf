import { CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CodeFolders } from './code-folders.ts';
import type { FunctionPath } from './functions.ts';
import { askingTasks, ModerationWorkflow, type TaskPath } from './moderation-workflow.ts';
import { Operations } from './operations.ts';
import { OutgoingMail } from './outgoing-mail.ts';
import { PublicApi } from './public-api.ts';
import { ServiceFunctions } from './service-functions.ts';
import type { StageName, StageSettings } from './stages.ts';
import { Initiatives, Submissions } from './tables.ts';
import { Watch } from './watch.ts';

interface ClearingCentreProps {
  readonly stage: StageName;
  readonly settings: StageSettings;
  readonly code: CodeFolders;
}

/** Everything that is deployed: stores, mail, the workflow with its tasks, the API, schedules and events, alarms. */
export class ClearingCentreStack extends Stack {
  constructor(scope: Construct, id: string, { stage, settings, code }: ClearingCentreProps) {
    super(scope, id, {
      description: `The clearing centre of Nordic co-operation on integration (${stage})`,
      terminationProtection: settings.keepsData,
    });
    Tags.of(this).add('service', 'clearing-centre');
    Tags.of(this).add('stage', stage);

    const submissions = new Submissions(this, 'Submissions', settings);
    const initiatives = new Initiatives(this, 'Initiatives', settings);
    const mail = new OutgoingMail(this, 'Mail', settings);
    const operations = new Operations(this, 'Operations');
    const api = new PublicApi(this, 'Api', settings);
    const watch = new Watch(this, 'Watch', settings);

    const deployment = { settings, code };
    const ORIGIN = api.origin;
    const ALLOWED_ORIGINS = JSON.stringify(settings.allowedOrigins);
    const mailing = {
      ORIGIN,
      MAIL_FROM: mail.toSend,
      MAIL_CONFIGURATION_SET: mail.configurationSet,
    };

    // The tasks of the workflow
    const changing = { SUBMISSIONS_TABLE: submissions.toChangeCases() };
    const asking = { SUBMISSIONS_TABLE: submissions.toMailAboutCases(), ...mailing };
    const askingStrangers = { ...asking, SUBMISSIONS_TABLE: submissions.toMailStrangers() };
    const tasks = new ServiceFunctions<TaskPath>(this, deployment, {
      'moderation/take-up-case': changing,
      'moderation/ask-submitter': askingStrangers,
      'moderation/ask-moderators': asking,
      'moderation/ask-for-changes': asking,
      'moderation/update-catalogue': {
        ...changing,
        INITIATIVES_TABLE: initiatives.toPublish(),
        ORIGIN,
        EVENT_BUS: operations.toAnnounce(),
      },
      'moderation/tell-outcome': askingStrangers,
      'moderation/lapse-case': changing,
      'moderation/park-case': changing,
    });
    const workflow = new ModerationWorkflow(this, 'Moderation', tasks, settings);

    const answering = { ...changing, WORKFLOW_ARN: workflow.toStartAndWake() };
    const others = new ServiceFunctions<Exclude<FunctionPath, TaskPath>>(this, deployment, {
      // Intake, and the pages behind mailed links
      'intake/submit-form': {
        SUBMISSIONS_TABLE: submissions.toTakeIn(),
        WORKFLOW_ARN: workflow.toStart(),
        ORIGIN,
        ALLOWED_ORIGINS,
      },
      'intake/describe-forms': { ALLOWED_ORIGINS },
      'intake/make-challenge': { SUBMISSIONS_TABLE: submissions.toChallenge(), ALLOWED_ORIGINS },
      'intake/show-form': {},
      'links/confirm': answering,
      'links/review': { ...answering, SUBMISSIONS_TABLE: submissions.toReview() },
      'links/preview-mail': { SUBMISSIONS_TABLE: submissions.toReadCases(), ORIGIN },
      'links/revise': { ...answering, ORIGIN },
      'links/show-status': { SUBMISSIONS_TABLE: submissions.toReadHistories(), ORIGIN },
      'links/change-case': { ...answering, SUBMISSIONS_TABLE: submissions.toChangeShownCases(), ORIGIN },

      // The catalogue reads Initiatives and nothing else
      'catalogue/list-initiatives': { INITIATIVES_TABLE: initiatives.toList(), ORIGIN },
      'catalogue/read-initiative': { INITIATIVES_TABLE: initiatives.toReadOne(), ORIGIN },
      'catalogue/show-pages': { INITIATIVES_TABLE: initiatives.toList() },
      'catalogue/show-privacy': { PUBLIC_EMAIL: settings.publicEmail },
      'catalogue/serve-assets': {},

      // Operations
      'operations/answer-unknown': { ALLOWED_ORIGINS },
      'operations/check-health': {
        SUBMISSIONS_TABLE: submissions.toCheck(),
        INITIATIVES_TABLE: initiatives.toCheck(),
      },
      'operations/attend-case': {
        SUBMISSIONS_TABLE: submissions.toAttendCases(),
        WORKFLOW_ARN: workflow.toStartAndWake(),
      },
      'operations/reconcile': {
        ...mailing,
        SUBMISSIONS_TABLE: submissions.toFollowUp('checks', 'waits'),
        WORKFLOW_ARN: workflow.toStartAndWake(),
      },
      'operations/retention': {
        SUBMISSIONS_TABLE: submissions.toErase(),
        INITIATIVES_TABLE: initiatives.toErase(),
      },
      'operations/remind': { ...mailing, SUBMISSIONS_TABLE: submissions.toFollowUp('reminders') },
    });
    const reconcile = others.at('operations/reconcile');
    const remind = others.at('operations/remind');
    const retention = others.at('operations/retention');
    operations.runEvery(Duration.minutes(1), reconcile);
    operations.runEvery(Duration.minutes(15), remind);
    operations.runEvery(Duration.minutes(5), retention);
    operations.onEndOf(workflow.machine, reconcile);

    const functions = [...tasks.all, ...others.all];
    for (const answers of functions) api.serve(answers);

    const parking = ['moderation/park-case', 'moderation/ask-moderators'] as const;
    watch.parkedCases(...parking.map(tasks.at), reconcile, others.at('operations/remind'));
    watch.mailsHeldUp(reconcile);
    watch.oldestWaiting(reconcile);
    watch.lateRuns({ reconcile, remind });
    watch.overdueErasures(retention);
    watch.failuresOf(functions, {
      endingByError: askingTasks.map(tasks.at),
      triedAgain: [reconcile, remind, retention],
    });
    watch.failuresOfApi(api.api);
    watch.deadLetters(operations.deadLetters);
    watch.dashboard({ api: api.api, workflow: workflow.machine });

    this.#tell({
      Origin: api.origin,
      ApiEndpoint: api.api.apiEndpoint,
      AttendCaseName: others.at('operations/attend-case').functionName,
      SubmissionsTableName: submissions.tableName,
      InitiativesTableName: initiatives.tableName,
      DeadLettersUrl: operations.deadLetters.queueUrl,
      ...Object.fromEntries(mail.dnsRecords.map((record, index) => [`MailDnsRecord${index + 1}`, record])),
    });
  }

  /** Names for what only a deployment knows and operators need (infra/DEPLOY.md, infra/RUNBOOK.md). */
  #tell(outputs: Record<string, string>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
