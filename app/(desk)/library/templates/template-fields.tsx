import { Check, Entry } from "#components/entry.tsx";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import { fieldNames } from "#lib/value/fill-template.ts";
import type { TemplateRow } from "#lib/value/template-queries.ts";

const channels = Object.entries(channelNames).map(([value, label]) => ({ value, label }));

/** What a template says, for writing and for changing it. */
export function TemplateFields({ template }: { template?: TemplateRow }) {
  return (
    <>
      <Entry label="Name" name="name" defaultValue={template?.name} isRequired placeholder="After a trade fair" />
      <div className="entry-pair">
        <Entry label="By" name="channel" options={channels} defaultValue={template?.channel ?? "email"} />
        <Entry label="Language" name="language" defaultValue={template?.language} placeholder="en" />
      </div>
      <Entry label="Subject" name="subject" defaultValue={template?.subject} hint="For an e-mail; it becomes the draft’s first line." />
      <Entry
        label="Text"
        name="body"
        rows={12}
        defaultValue={template?.body}
        isRequired
        placeholder={"Dear {{given name}},\n\nyou said “{{their words}}”. {{asset title}} answers it: {{asset link}}"}
        hint={<FieldList />}
      />
      <Check label="My team may use it, too" name="shared" isOn={template?.shared ?? false} />
    </>
  );
}

function FieldList() {
  return (
    <>
      Fields are filled from the record, and stay in sight where it says nothing:{" "}
      {[...fieldNames, "fact: reports to"].map((name) => (
        <code key={name} className="merge-field">{`{{${name}}}`}</code>
      ))}
    </>
  );
}
