import Link from "next/link";

import { ActButton } from "#components/act-button.tsx";
import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Check, Entry } from "#components/entry.tsx";
import { Icon } from "#components/icon.tsx";
import { addressOf } from "#components/pager.tsx";
import { isSameQuery, type List, type View } from "#lib/views/saved-view.ts";

export type ViewActions = Record<"save" | "change" | "pin" | "remove" | "restore", FormAction>;
type Props = { list: List; all: string; query: Record<string, string>; views: View[]; actions: ViewActions };

/** The saved views of a list above it, the one that is shown marked, and a way to keep what is shown now. */
export function Views({ list, all, query, views, actions }: Props) {
  const shown = views.find((view) => isSameQuery(view.query, query));
  const isPlain = Object.keys(query).length === 0;
  return (
    <div className="saved-views">
      {views.length > 0 ? (
        <nav aria-label="Saved views">
          <Link href={addressOf(`/${list}`, {})} aria-current={isPlain ? "page" : undefined}>
            {all}
          </Link>
          {views.map((view) => (
            <Link
              key={view.id}
              href={addressOf(`/${list}`, view.query)}
              aria-current={view === shown ? "page" : undefined}
              prefetch={false}
            >
              {view.isShared ? <Icon name="people" /> : null}
              {view.name}
              {view.isShared ? <span className="sr">, your team’s</span> : null}
            </Link>
          ))}
        </nav>
      ) : null}
      {shown ? (
        <Change key={shown.id} view={shown} actions={actions} />
      ) : isPlain ? null : (
        <details className="popped" key={addressOf("", query)}>
          <summary data-save-view>
            <Icon name="plus" />
            Save this view
          </summary>
          <ActionForm action={actions.save} submit="Save" done="View saved.">
            <input type="hidden" name="list" value={list} />
            <input type="hidden" name="address" value={new URLSearchParams(query).toString()} />
            <Entry label="Name" name="name" isRequired placeholder="Left alone, mine" autoComplete="off" />
            <Check label="My team sees it, too" name="shared" />
            <Check label="Keep it at hand in the menu" name="pinned" />
          </ActionForm>
        </details>
      )}
    </div>
  );
}

function Change({ view, actions }: { view: View; actions: ViewActions }) {
  const { id: viewId, list, name, isShared, mayChange, pinned, ownerName } = view;
  return (
    <>
      <ActButton
        className="remedy"
        action={actions.pin}
        fields={{ viewId, pinned: pinned ? "no" : "yes" }}
        done={pinned ? "No longer in the menu." : "Kept at hand in the menu."}
      >
        {pinned ? "Unpin" : "Pin"}
        <span className="sr">: {name}</span>
      </ActButton>
      {mayChange ? (
        <details className="popped">
          <summary>Change this view</summary>
          <div>
            <ActionForm action={actions.change} submit="Save" done="Changed.">
              <input type="hidden" name="viewId" value={viewId} />
              <Entry label="Name" name="name" isRequired defaultValue={name} autoComplete="off" />
              <Check label="My team sees it, too" name="shared" isOn={isShared} />
            </ActionForm>
            <ActButton
              className="remedy"
              action={actions.remove}
              undo={actions.restore}
              fields={{ viewId }}
              done={`The view “${name}” is removed.`}
              goTo={addressOf(`/${list}`, {})}
            >
              Remove this view
            </ActButton>
          </div>
        </details>
      ) : (
        <span className="meta">by {ownerName}</span>
      )}
    </>
  );
}
