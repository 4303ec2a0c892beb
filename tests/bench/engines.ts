import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";

// Ten rules of the kind a sales tool writes today: who may be contacted, how often, and when. The engines are given facts that are worked out already.
const rules = [
  { fact: "stopped", operator: "equal", value: true },
  { fact: "paused", operator: "equal", value: true },
  { fact: "channelAllowed", operator: "equal", value: false },
  { fact: "hour", operator: "lessThan", value: 9 },
  { fact: "hour", operator: "greaterThanInclusive", value: 18 },
  { fact: "daysSinceLast", operator: "lessThan", value: 2 },
  { fact: "sevenDays", operator: "greaterThanInclusive", value: 3 },
  { fact: "thirtyDays", operator: "greaterThanInclusive", value: 7 },
  { fact: "unanswered", operator: "greaterThanInclusive", value: 8 },
  { fact: "noes", operator: "greaterThanInclusive", value: 3 },
];

export const facts = {
  stopped: false,
  paused: false,
  channelAllowed: true,
  hour: 10,
  daysSinceLast: 9,
  sevenDays: 0,
  thirtyDays: 2,
  unanswered: 2,
  noes: 0,
};

/** json-rules-engine with the ten rules; resolves to the names of those that fired. */
export function jsonRulesEngine(): () => Promise<unknown> {
  const engine = new Engine();
  for (const [i, condition] of rules.entries()) engine.addRule({ conditions: { all: [condition] }, event: { type: `rule-${i}` } });
  return () => engine.run(facts);
}

const symbols: Record<string, string> = { equal: "==", lessThan: "<", greaterThanInclusive: ">=" };

/** zen-engine with the same ten as a decision table. */
export function zenEngine(): () => Promise<unknown> {
  const fields = [...new Set(rules.map(({ fact }) => fact))];
  const cell = (field: string, { fact, operator, value }: (typeof rules)[number]) =>
    fact !== field ? "" : operator === "equal" ? String(value) : `${symbols[operator]} ${String(value)}`;
  const decision = new ZenEngine().createDecision(
    Buffer.from(
      JSON.stringify({
        nodes: [
          { id: "in", name: "in", type: "inputNode" },
          {
            id: "table",
            name: "table",
            type: "decisionTableNode",
            content: {
              hitPolicy: "collect",
              inputs: fields.map((field) => ({ id: field, name: field, field })),
              outputs: [{ id: "rule", name: "rule", field: "rule" }],
              rules: rules.map((rule, i) => ({
                _id: `r${i}`,
                ...Object.fromEntries(fields.map((field) => [field, cell(field, rule)])),
                rule: `"rule-${i}"`,
              })),
            },
          },
          { id: "out", name: "out", type: "outputNode" },
        ],
        edges: [
          { id: "e1", sourceId: "in", targetId: "table" },
          { id: "e2", sourceId: "table", targetId: "out" },
        ],
      }),
    ),
  );
  return () => decision.evaluate(facts);
}
