import { Icon } from "#components/icon.tsx";

/** Whether the other side agreed to it, or we hope so (G1): always icon and word. */
export function Agreed({ agreed }: { agreed: boolean }) {
  return agreed ? (
    <span className="finding t-welcome">
      <Icon name="agree" />
      agreed
    </span>
  ) : (
    <span className="finding t-none">
      <Icon name="hope" />
      hoped
    </span>
  );
}
