import { z } from "zod";

/**
 * What a new plan begins with, where a page sends somebody to the form for a reason: the considered reply to a no (C5), a kind close (G3), a call-back, asking
 * for an introduction, thanking for one, telling what came of it (P1). In an address: "answer.<id>", "close".
 */
export const Begin = z
  .string()
  .regex(/^(close|introduction|(answer|thank|tell)\.[0-9a-f-]{36})$/)
  .transform((text) => {
    const [act, id = ""] = text.split(".");
    return { act, id } as { act: "answer" | "close" | "introduction" | "thank" | "tell"; id: string };
  });
export type Begin = z.output<typeof Begin>;

export const beginText = ({ act, id }: Begin): string => (id ? `${act}.${id}` : act);
