/** The shape of a list while it is on its way: nothing jumps when it arrives. */
export function TableSkeleton({ title, rows = 12 }: { title: string; rows?: number }) {
  return (
    <div aria-busy="true">
      <header className="page-head">
        <h1>{title}</h1>
      </header>
      <p className="sr" role="status">
        Loading
      </p>
      <div className="skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row}>
            <i style={{ width: `${30 + ((row * 37) % 25)}%` }} />
            <i style={{ width: `${12 + ((row * 23) % 12)}%` }} />
          </div>
        ))}
      </div>
    </div>
  );
}
