"use client";
import { useRef } from "react";

import { Alert } from "#components/alert.tsx";
import { FirstIcon } from "#components/first-icon.tsx";
import { showToast } from "#components/show-toast.ts";
import { sentence } from "#lib/outcome.ts";
import { useChange } from "../use-change.ts";
import { revokeKeyAction } from "./actions.ts";

/** Asks once more: a revoked key cannot be brought back, and a program may depend on it. */
export function RevokeKey({ id, name }: { id: string; name: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  const [outcome, revoke, pending] = useChange(revokeKeyAction, () => {
    close();
    showToast({ text: `${name} is revoked. Its next call is refused.` });
  });

  return (
    <>
      <button type="button" className="btn btn-quiet" aria-label={`Revoke ${name}`} onClick={() => dialog.current?.showModal()}>
        Revoke
      </button>
      <dialog ref={dialog} className="person" aria-labelledby={`revoke-${id}`}>
        <div className="dialog-head">
          <h2 id={`revoke-${id}`}>Revoke {name}?</h2>
          <button type="button" className="btn btn-quiet" aria-label="Close" onClick={close}>
            <FirstIcon name="close" />
          </button>
        </div>
        <div className="person-body">
          <form action={revoke}>
            <input type="hidden" name="keyId" value={id} />
            <p className="soft">Whatever uses it is refused from its next call on. It cannot be brought back; a new key can be made.</p>
            {outcome && !outcome.ok ? <Alert>{sentence(outcome.problem)}</Alert> : null}
            <button className="btn" aria-disabled={pending}>
              Revoke the key
            </button>
          </form>
        </div>
      </dialog>
    </>
  );
}
