import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CodeFolders } from './code-folders.ts';
import type { EnvironmentOf, FunctionPath } from './functions.ts';
import { ModerationWorkflow } from './moderation-workflow.ts';
import { Operations } from './operations.ts';
import { OutgoingMail } from './outgoing-mail.ts';
import { PublicApi } from './public-api.ts';
import { type Access, ServiceFunction } from './service-function.ts';
import type { StageName, StageSettings } from './stages.ts';
import { Initiatives, Submissions } from './tables.ts';
import { Watch } from './watch.ts';

interface ClearingCentreProps {
  readonly stage: StageName;
  readonly settings: StageSettings;
  readonly code: CodeFolders;
}

/** Everything that is deployed, in reading order: stores, mail, the workflow with its tasks, the API, what runs by itself, what is watched. */
export class ClearingCentreStack extends Stack {
  constructor(scope: Construct, id: string, { stage, settings, code }: ClearingCentreProps) {
    super(scope, id, {
      description: `The clearing centre of Nordic co-operation on integration (${stage})`,
      terminationProtection: settings.keepsData,
    });

    const submissions = new Submissions(this, 'Submissions', settings);
    const initiatives = new Initiatives(this, 'Initiatives', settings);
    const mail = new OutgoingMail(this, 'Mail', settings);
    const operations = new Operations(this, 'Operations');
    const api = new PublicApi(this, 'Api', settings);
    const watch = new Watch(this, 'Watch', settings);

    const functions: ServiceFunction[] = [];
    const add = <Path extends FunctionPath>(
      path: Path,
      environment: EnvironmentOf<Path, string | Access>,
      timeout?: Duration,
    ): ServiceFunction => {
      const added = new ServiceFunction(this, path, { settings, code, environment, ...(timeout && { timeout }) });
      functions.push(added);
      return added;
    };

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
    const cast = {
      takeUpCase: add('moderation/take-up-case', changing),
      askSubmitter: add('moderation/ask-submitter', asking),
      askModerators: add('moderation/ask-moderators', asking),
      askForChanges: add('moderation/ask-for-changes', asking),
      publishInitiative: add('moderation/publish-initiative', {
        ...changing,
        INITIATIVES_TABLE: initiatives.toPublish(),
        ORIGIN,
        EVENT_BUS: operations.toAnnounce(),
      }),
      tellOutcome: add('moderation/tell-outcome', asking),
      lapseCase: add('moderation/lapse-case', changing),
      parkCase: add('moderation/park-case', changing),
    };
    const workflow = new ModerationWorkflow(this, 'Moderation', cast, settings);

    // Intake, and the pages behind mailed links
    const answering = { ...changing, WORKFLOW_ARN: workflow.toStartAndWake() };
    add('intake/submit-form', {
      SUBMISSIONS_TABLE: submissions.toTakeIn(),
      WORKFLOW_ARN: workflow.toStart(),
      ORIGIN,
      ALLOWED_ORIGINS,
    });
    add('intake/describe-forms', { ALLOWED_ORIGINS });
    add('intake/show-form', {});
    add('links/confirm', answering);
    add('links/review', answering);
    add('links/revise', { ...answering, ORIGIN });
    add('links/show-status', { SUBMISSIONS_TABLE: submissions.toReadHistories() });

    // The catalogue reads Initiatives and nothing else
    add('catalogue/list-initiatives', { INITIATIVES_TABLE: initiatives.toList(), ORIGIN });
    add('catalogue/read-initiative', { INITIATIVES_TABLE: initiatives.toReadOne(), ORIGIN });
    add('catalogue/show-pages', { INITIATIVES_TABLE: initiatives.toList() });
    add('catalogue/serve-assets', {});

    // Operations
    add('operations/answer-unknown', { ALLOWED_ORIGINS });
    add('operations/check-health', {
      SUBMISSIONS_TABLE: submissions.toCheck(),
      INITIATIVES_TABLE: initiatives.toCheck(),
    });
    const attendCase = add('operations/attend-case', {
      SUBMISSIONS_TABLE: submissions.toAttendCases(),
      WORKFLOW_ARN: workflow.toStart(),
    });
    const atLeisure = Duration.minutes(5);
    const reconcile = add(
      'operations/reconcile',
      {
        ...mailing,
        SUBMISSIONS_TABLE: submissions.toFollowUp('checks', 'waits'),
        WORKFLOW_ARN: workflow.toStartAndWake(),
      },
      atLeisure,
    );
    const remind = add(
      'operations/remind',
      { ...mailing, SUBMISSIONS_TABLE: submissions.toFollowUp('reminders') },
      atLeisure,
    );
    operations.runEvery(Duration.minutes(1), reconcile);
    operations.runEvery(Duration.minutes(15), remind);
    operations.onEndOf(workflow.machine, reconcile);

    for (const answers of functions) api.serve(answers);

    watch.parkedCases(cast.parkCase, reconcile);
    watch.oldestWaiting(reconcile);
    watch.failuresOf(functions, [cast.askSubmitter, cast.askModerators, cast.askForChanges]);
    watch.failuresOfApi(api.api);
    watch.deadLetters(operations.deadLetters);
    watch.dashboard({ api: api.api, workflow: workflow.machine });

    this.#tell({
      Origin: api.origin,
      ApiEndpoint: api.api.apiEndpoint,
      AttendCaseName: attendCase.functionName,
      SubmissionsTableName: submissions.tableName,
      InitiativesTableName: initiatives.tableName,
      DeadLettersUrl: operations.deadLetters.queueUrl,
      ...Object.fromEntries(mail.dnsRecords.map((record, place) => [`MailDnsRecord${place + 1}`, record])),
    });
  }

  /** Names for what only a deployment knows and operators need (README, "Deploy" and "Runbook"). */
  #tell(outputs: Record<string, string>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
