import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { indexes } from '#shared/case/indexes.ts';
import type { Access } from './service-function.ts';
import type { StageSettings } from './stages.ts';

type IndexName = keyof typeof indexes;

/** Cases, their history and their links: personal data. What a function may do here is named after why. */
export class Submissions extends Construct {
  readonly #table: TableV2;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.#table = new TableV2(this, 'Table', {
      ...tableProps(settings),
      globalSecondaryIndexes: Object.values(indexes).map(({ index, key, at }) => ({
        indexName: index,
        partitionKey: { name: key, type: AttributeType.STRING },
        sortKey: { name: at, type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      })),
    });
  }

  /** What operators look up by hand. */
  get tableName(): string {
    return this.#table.tableName;
  }

  /** To see whether the table answers. */
  toCheck(): Access {
    return access(this.#table, { actions: ['GetItem'], onlyKeys: 'health' });
  }

  /**
   * To make a case and to count posts. The function that takes forms in reads nothing but which case an idempotency key stands
   * for, and the key of the day.
   */
  toTakeIn(): Access {
    return access(
      this.#table,
      { actions: ['PutItem'] },
      { actions: ['GetItem'], onlyKeys: 'key#*' },
      { actions: ['GetItem'], onlyKeys: 'day#*' },
      { actions: ['UpdateItem'], onlyKeys: 'posts#*' },
    );
  }

  /** To sign a challenge with the key of the day, and make it as hard as much is posted. */
  toChallenge(): Access {
    return access(
      this.#table,
      { actions: ['GetItem', 'PutItem'], onlyKeys: 'day#*' },
      { actions: ['GetItem'], onlyKeys: 'posts#*' },
    );
  }

  /** To show a case with everything that happened to it. */
  toReadHistories(): Access {
    return access(this.#table, { actions: ['GetItem', 'Query'] });
  }

  /** To write what a submitter does, and to show the case with everything that happened to it. */
  toChangeShownCases(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'Query'] });
  }

  /** To write what has been answered or done. */
  toChangeCases(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem'] });
  }

  /** To answer a review: with the history of the case, and the notes about it. */
  toReview(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'Query'] });
  }

  /** To show one case. */
  toReadCases(): Access {
    return access(this.#table, { actions: ['GetItem'] });
  }

  /** To send what a case owes: its history says which mails have left. */
  toMailAboutCases(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'Query'] });
  }

  /** The same, also where nobody has confirmed the address: those mails are counted together. */
  toMailStrangers(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'Query'] }, countingMails);
  }

  /** To find the cases that wait for a person or have a reference or an address, to show them with their history, and to do what an operator says. */
  toAttendCases(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'Query', 'Scan'] }, queryOf('waits'));
  }

  /** To find the cases that are to be erased, and to delete all that belongs to them. */
  toErase(): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'DeleteItem', 'Query'] }, queryOf('reminders'));
  }

  /** To find the cases that are due, and to act on them. */
  toFollowUp(...due: IndexName[]): Access {
    return access(this.#table, { actions: ['GetItem', 'PutItem', 'Query'] }, countingMails, ...due.map(queryOf));
  }
}

/** The public catalogue. No personal data except a contact that its owner made public. */
export class Initiatives extends Construct {
  readonly #table: TableV2;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.#table = new TableV2(this, 'Table', {
      ...tableProps(settings),
      globalSecondaryIndexes: [
        {
          indexName: 'newest',
          partitionKey: { name: 'month', type: AttributeType.STRING },
          sortKey: { name: 'newest', type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
      ],
    });
  }

  /** What operators look up by hand. */
  get tableName(): string {
    return this.#table.tableName;
  }

  /** To see whether the table answers. */
  toCheck(): Access {
    return access(this.#table, { actions: ['GetItem'], onlyKeys: 'calendar' });
  }

  /** To show one initiative, and which versions it has had. */
  toReadOne(): Access {
    return access(this.#table, { actions: ['GetItem', 'Query'] });
  }

  /** To show the list, newest first. */
  toList(): Access {
    return access(this.#table, { actions: ['GetItem'] }, queryOf('newest'));
  }

  /** To write a version, and the calendar of months in which something was published. */
  toPublish(): Access {
    return access(this.#table, { actions: ['PutItem'] }, { actions: ['UpdateItem'], onlyKeys: 'calendar' });
  }

  /** To delete the versions of an entry whose case is erased, and to remember that it was. */
  toErase(): Access {
    return access(this.#table, { actions: ['DeleteItem', 'Query'] }, { actions: ['PutItem'], onlyKeys: 'erased' });
  }
}

function tableProps({ keepsData }: StageSettings): TablePropsV2 {
  return {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    timeToLiveAttribute: 'forgetAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  };
}

interface Right {
  readonly actions: readonly ('GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'Scan')[];
  /** On this index of the table. */
  readonly index?: string;
  /** Only on items whose partition key is like this; `*` stands for any text. */
  readonly onlyKeys?: string;
}

/** The counter of the mails of all unconfirmed cases. */
const countingMails: Right = { actions: ['UpdateItem'], onlyKeys: 'mails#together' };

function queryOf(index: string): Right {
  return { actions: ['Query'], index };
}

function access(table: TableV2, ...rights: Right[]): Access {
  return { value: table.tableName, allows: rights.map((right) => statementFor(table, right)) };
}

function statementFor({ tableArn }: TableV2, { actions, index, onlyKeys }: Right): PolicyStatementProps {
  return {
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [index === undefined ? tableArn : `${tableArn}/index/${index}`],
    ...(onlyKeys !== undefined && {
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [onlyKeys] } },
    }),
  };
}
