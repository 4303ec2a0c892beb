import { aReply, aTouch, daysFromNow as on, objectionId } from "#tests/factories/dossier.ts";
import { aNo, given, offers } from "#tests/golden/case.ts";
import type { Story } from "#tests/golden/story.ts";

const anEvening = "An evening out for some water together";

/** seeds/000: Jack as "that guy". */
export const jack: Story = {
  title: "Jack, pushy",
  steps: [
    {
      name: "he asks her out of the blue, for a whole evening",
      on: on(0),
      plan: { at: on(0, 10), ask: "meeting", offer: offers("resource", anEvening), helps: "It would do her good to go out", draft: "" },
      then: { kind: "rewrite", demands: ["G2"], says: ["V7", "C1"], remedy: { do: "ask-less", ask: "resource" }, headline: "Bring more" },
    },
    {
      name: "turned down, he names another day: the same again is no answer to her no",
      on: on(2),
      happened: [
        aTouch(on(0, 10), { ask: "meeting", offer: given("resource", anEvening) }),
        aReply(on(1), "No, I have too much to do", { disposition: "said_no" }),
      ],
      known: { objections: [aNo(on(1), { words: "No, I have too much to do" })] },
      plan: { at: on(2, 10), ask: "meeting", offer: offers("resource", `${anEvening}, on Saturday`), draft: "Saturday then?" },
      then: { kind: "reschedule", demands: ["C5", "V3", "C6"], state: "soft_no", nextAllowedAt: "2026-12-03" },
    },
    {
      name: "a month later time alone has mended nothing",
      on: on(35),
      plan: { at: on(35, 10), ask: "meeting", offer: offers("resource", `${anEvening}, at another well`), draft: "" },
      then: { kind: "rewrite", demands: ["V3", "C6"], demandsNot: ["C5", "D1"] },
    },
    {
      name: "after her third no it is over, whatever he brings",
      on: on(45),
      happened: [
        aReply(on(37), "I said no", { disposition: "said_no" }),
        aReply(on(40), "No, and please accept it", { disposition: "said_no" }),
      ],
      known: { objections: [aNo(on(1), { id: "n1" }), aNo(on(37), { id: "n2" }), aNo(on(40), { id: objectionId })] },
      plan: { at: on(46, 10), answersObjectionId: objectionId },
      then: { kind: "block", demands: ["C6"], headline: "Not allowed", nextAllowedAt: "2027-12-12" },
    },
  ],
};

/** seeds/000: the same Jack, patient. */
export const patientJack: Story = {
  title: "Jack, patient",
  steps: [
    {
      name: "he sits a little closer: something useful, and asks nothing",
      on: on(0),
      plan: { at: on(0, 10), ask: "none" },
      then: { kind: "allow", demands: [], state: "cold", brings: ["new to them", "about them"], headline: "Welcome" },
    },
    {
      name: "she thanked him, and he invites her to the study group",
      on: on(7),
      happened: [
        aTouch(on(0, 10), {
          ask: "none",
          offer: given("asset"),
          disposition: "thanked",
          value: 69,
          theySaid: "I wish I understood the audit rule",
        }),
      ],
      plan: {
        at: on(7, 10),
        offer: offers("invitation", "A seat in the study group on Thursdays"),
        helps: "She wishes she understood the audit rule, and there we work through it",
        draft: "",
      },
      then: { kind: "allow", demands: [], state: "warm", brings: ["an invitation", "their own words"] },
    },
    {
      name: "she enjoyed it, and he invites her to a party with friends",
      on: on(15),
      happened: [
        aTouch(on(7, 10), { offer: given("invitation", "A seat in the study group on Thursdays"), disposition: "thanked", value: 60 }),
        aTouch(on(10, 18), { channel: "meeting", disposition: "conversation", ask: "none" }),
      ],
      plan: { at: on(15, 10), offer: offers("invitation", "A party with friends from the group"), draft: "" },
      then: { kind: "allow", demands: [], brings: ["they welcomed such before"], says: ["C1"] },
    },
    {
      name: "he asks her out: the very ask that was too much at first is now one they have come to",
      on: on(25),
      happened: [aTouch(on(17, 20), { channel: "meeting", disposition: "thanked", offer: given("invitation"), ask: "none", value: 60 })],
      plan: { at: on(25, 10), ask: "meeting", offer: offers("resource", anEvening), draft: "Jill, no is a fine answer, too." },
      then: { kind: "allow", demands: [], saysNot: ["G2"], headline: "Welcome" },
    },
  ],
};
