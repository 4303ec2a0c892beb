/** One line of the plan: what it is called, and its control. */
export function Field({ name, htmlFor, children }: { name: string; htmlFor: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <label htmlFor={htmlFor}>{name}</label>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
