import { changes, type Mutant } from "#tests/mutation/mutant.ts";

export const followUp: Mutant[] = [
  ...changes("lib/follow-up/history.ts", [
    ["D1", "if (!isOurs || !(meaning & counts)) continue;", "if (!(meaning & counts)) continue;"],
    ["D1", "if (!isOurs || !(meaning & counts)) continue;", "if (!isOurs) continue;"],
    ["D4", "if (at <= lastAnswer) continue;", ""],
    ["P3", 'if (disposition === "voicemail") voicemails += 1;', ""],
    ["G2", 'if (channel === "meeting") return stepNumbers.meeting;', ""],
    ["G2", 'if (channel === "phone" && (disposition', "if (false && (disposition"],
    ["C6", "meaning & (isOurs ? welcomed : warm)", "true"],
    ["V4", "welcomedKinds.add(touch.offer.kind);", ""],
    ["C6", "lastWelcome = Math.max(lastWelcome, at);", "lastWelcome = Math.max(lastWelcome, lastAnswer);"],
    ["D8", "if (meaning & refusal) lastRefusal = Math.max(lastRefusal, at);", ""],
    ["D8", "if (meaning & asked && isLater", "if (isLater"],
    ["C7", 'else if (disposition === "said_later") lastLater', "else if (false) lastLater"],
    ["D9", "contacts.push({ at, day: clock.day(at), channel, disposition: null, value: null });", ""],
    ["D3", "else if (latestBefore === null || at > latestBefore.at.getTime()) latestBefore = touch;", ""],
  ]),
  ...changes("lib/follow-up/touch.ts", [
    [
      "V4",
      'const welcomed: readonly Disposition[] = ["asked_question", "interested", "thanked", "inquired"];',
      'const welcomed: readonly Disposition[] = ["asked_question", "interested", "inquired"];',
    ],
    ["D1", 'disposition !== "bounced" && disposition !== "out_of_office"', 'disposition !== "bounced"'],
  ]),
  ...changes("lib/follow-up/judgement.ts", [
    ["V9", "if (at < from) return Math.min(limit.opens(at), from);", ""],
    ["V9", "unless ? Math.min(limit.opens(at), unless.opens(at)) : at", "limit.opens(at)"],
    ["D9", "unless ? Math.min(limit.opens(at), unless.opens(at)) : at", "at"],
    ["V9", "if (at >= until) return limit.opens(at);", ""],
    ["D1", "if (opens !== at) reasons.push", "if (false) reasons.push"],
    ["C3", "opens: (at) => Math.max(at, until),", "opens: (at) => at,"],
    ["D1", "if (!everFull(contacts, cap, width)) return null;", "return null;"],
    ["D1", "if (cap === 0) return never;", "if (cap === 0) return at;"],
    ["D1", "if (full < 0) return from;", "return from;"],
    ["D1", "Math.max(contacts[first + cap - 1]!.at, at)", "at"],
    ["D1", "Math.min(start, at) < width", "Math.min(start, at) > width"],
  ]),
  ...changes("lib/follow-up/local-time.ts", [
    ["D1", "const friday = Math.max(0, since - 5);", "const friday = 0;"],
    ["D3", "Math.max(0, businessDays(to) - businessDays(from))", "Math.max(0, to - from)"],
    ["C2", "((((day + 3) % 7) + 7) % 7) + 1", "((((day + 2) % 7) + 7) % 7) + 1"],
    ["C2", "Math.min(dayOfCivil({ ...first, date }), next - 1)", "dayOfCivil({ ...first, date })"],
  ]),
  ...changes("lib/follow-up/clock.ts", [
    ["C2", "high + offset(high) === wall ? high : afterGap(offset, low, high)", "high"],
    ["C9", "const low = Math.min(before, after);", "const low = before;"],
    ["C9", "start === ask((day + 1) * dayLength - 1) ? start : NaN", "start"],
  ]),
];
