import type { Channel } from "#lib/follow-up/vocabulary.ts";
import type { Tx } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import type { PersonKey, Staff } from "#prisma/seed/people.ts";

type Line = { owner: PersonKey; name: string; channel: Channel; subject: string | null; body: string; shared: boolean };

const templates: Line[] = [
  {
    ...{
      owner: "maya",
      name: "Coming back to what they said",
      channel: "email",
      subject: "{{asset title}}, for {{company}}",
      shared: true,
    },
    body: "Dear {{given name}},\n\nyou said: “{{their words}}”. That is what “{{asset title}}” is about: {{asset link}}\n\nIf it is of no use, a word is enough and I leave it there.\n\nKind regards\n{{my name}}",
  },
  {
    ...{ owner: "maya", name: "Before they decide", channel: "email", subject: null, shared: false },
    body: "Dear {{given name}},\n\n{{fact: decides by}} is when you choose. Here is the one thing others at your point wanted to see first: {{asset title}}, {{asset link}}\n\n{{my name}}",
  },
  {
    ...{ owner: "omar", name: "After a conversation at a fair", channel: "linkedin", subject: null, shared: true },
    body: "Hello {{given name}}, you told me about {{fact: cares about}}. “{{asset title}}” takes it up in two pages. Shall I send it?",
  },
];

/** Beginnings of letters, each with fields for what is a person's own (V7). */
export async function seedTemplates(tx: Tx, { orgId, actors }: Staff, since: Date): Promise<void> {
  await tx.messageTemplate.createMany({
    data: templates.map(({ owner, ...template }) => {
      const { userId: ownerId, teamId } = actors[owner];
      return { ...template, orgId, id: newId(since), ownerId, teamId, language: "en", createdAt: since };
    }),
  });
}
