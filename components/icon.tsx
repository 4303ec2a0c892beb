import { type IconName, icons } from "#components/icons.ts";

const strokes: Partial<Record<IconName, { strokeWidth?: number; strokeDasharray?: string }>> = {
  more: { strokeWidth: 2 },
  hope: { strokeDasharray: "2.4 2.4" },
};

/** Decoration beside a word, never instead of one. */
export function Icon({ name, className = "icon" }: { name: IconName; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true">
      <path d={icons[name]} {...strokes[name]} />
    </svg>
  );
}
