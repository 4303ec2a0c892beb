import { firstIcons } from "#components/first-icons.ts";

/** An icon of those that are there from the first: for what is alive as soon as its page is. */
export function FirstIcon({ name }: { name: keyof typeof firstIcons }) {
  return <Drawing path={firstIcons[name]} />;
}

type DrawingProps = { path: string; className?: string; strokeWidth?: number; strokeDasharray?: string };

/** Decoration beside a word, never instead of one. */
export function Drawing({ path, className = "icon", ...stroke }: DrawingProps) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} {...stroke} />
    </svg>
  );
}
