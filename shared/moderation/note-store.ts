import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { hashOf } from '#shared/case/content-hash.ts';

const Note = z.object({ by: z.string(), round: z.int(), at: z.string(), note: z.string() });
/** What a moderator wrote to the others about a case. */
export type Note = z.infer<typeof Note>;

export type NoteStore = ReturnType<typeof createNoteStore>;

/**
 * Notes between moderators, in the table Submissions. They lie in a partition of their own, so that no query of a case
 * brings them along to where its submitter could read them.
 */
export function createNoteStore(documents: DynamoDBDocumentClient, table: string) {
  const partition = (submissionId: string) => `notes#${submissionId}`;
  return {
    /** Keeps a note. The same words of the same person about the same round are one note, however often they are sent. */
    async add(submissionId: string, note: Note): Promise<void> {
      const { by, round, note: text } = note;
      const Item = { ...note, pk: partition(submissionId), sk: `note#${hashOf({ by, round, text })}` };
      await documents.send(new PutCommand({ TableName: table, Item }));
    },

    /** The notes about a case, oldest first. */
    async all(submissionId: string): Promise<Note[]> {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :notes',
          ExpressionAttributeValues: { ':notes': partition(submissionId) },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => Note.parse(item)).sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
}
