import { Drawing } from "#components/first-icon.tsx";
import { type IconName, icons } from "#components/icons.ts";

const strokes: Partial<Record<IconName, { strokeWidth?: number; strokeDasharray?: string }>> = {
  more: { strokeWidth: 2 },
  hope: { strokeDasharray: "2.4 2.4" },
};

/** Any icon there is. */
export function Icon({ name, className = "icon" }: { name: IconName; className?: string }) {
  return <Drawing path={icons[name]} className={className} {...strokes[name]} />;
}
