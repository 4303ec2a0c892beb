type Props = { reason: string; pending: boolean; onChange: (reason: string) => void; onSubmit: () => void };

/** P2: a manager lifts value or cadence with a reason, never consent. */
export function OverrideField({ reason, pending, onChange, onSubmit }: Props) {
  return (
    <details className="override">
      <summary>Schedule it all the same, as a manager</summary>
      <p className="soft">
        Value and cadence can be lifted with a reason that stays on the record; consent cannot. The touch counts like any other.
      </p>
      <label htmlFor="plan-override">Why</label>
      <textarea
        id="plan-override"
        className="input"
        rows={2}
        value={reason}
        maxLength={500}
        onChange={(event) => onChange(event.target.value)}
      />
      <button type="button" className="btn" disabled={pending || reason.trim().length < 10} onClick={onSubmit}>
        Schedule with this reason
      </button>
    </details>
  );
}
