import { Finding } from "#components/balance/finding.tsx";
import { Rule } from "#components/rule.tsx";
import type { Kept } from "#lib/prospects/moments.ts";

/** How promises to them were kept (D8, P4); nothing where none was made. */
export function KeptRate({ kept: { onTime, late, open } }: { kept: Kept }) {
  const done = onTime + late;
  if (done + open === 0) return null;
  const said = done === 0 ? "No promise is settled yet" : `${onTime} of ${done} ${done === 1 ? "promise" : "promises"} kept on time`;
  return (
    <p className="kept-rate">
      <Finding tone={done > 0 && late === 0 ? "welcome" : late > onTime ? "more" : "none"} icon={late > 0 ? "clock" : "agree"}>
        {said}
      </Finding>{" "}
      {late > 0 ? <span className="meta">{late} late</span> : null} {open > 0 ? <span className="meta">{open} open</span> : null}{" "}
      <Rule id="D8" />
    </p>
  );
}
