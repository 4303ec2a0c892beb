import { firstIcons } from "#components/first-icons.ts";
import type { Channel } from "#lib/follow-up/vocabulary.ts";

/** Every icon as the one path it is drawn with, on a grid of 16. */
export const icons = {
  ...firstIcons,
  agree: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM5.3 8.2l1.9 1.9 3.6-3.9",
  ask: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM6.2 6.4c.1-1 .8-1.6 1.8-1.6s1.8.6 1.8 1.5c0 1.2-1.8 1.3-1.8 2.6M8 11.2v.1",
  bell: "M4 11.5V7a4 4 0 0 1 8 0v4.5l1.5 1.5h-11zM6.8 14.2h2.4",
  chat: "M8 2.5c3.3 0 6 2.2 6 5s-2.7 5-6 5c-.8 0-1.5-.1-2.2-.3L2.5 13.5l.9-2.6C2.5 10 2 8.8 2 7.5c0-2.8 2.7-5 6-5z",
  check: "M3 8.5l3.2 3.2L13 4.8",
  clock: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM8 4.5V8l2.4 1.6",
  coach: "M2.5 3h11v7.5H8L4.5 13.5v-3h-2z",
  company: "M3 13.5V3l6-1v11.5M9 6.5l4 .8v6.2M1.5 13.5h13M5.2 5.5h1.6M5.2 8h1.6M5.2 10.5h1.6",
  deals: "M2.5 3h3v10h-3zM6.5 3h3v6.5h-3zM10.5 3h3v8h-3z",
  door: "M3 13.5h10M4.5 13.5v-11h7v11M9.3 8h.1",
  down: "M3.5 6L8 10.5 12.5 6",
  edit: "M3 13l.7-3 7.1-7.1a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L6 12.3z",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM6.2 8a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0z",
  flag: "M3.5 14V2.5h8l-1.5 3 1.5 3h-8",
  globe: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM2 8h12M8 2c2 2 2.5 4 2.5 6S10 12 8 14c-2-2-2.5-4-2.5-6S6 4 8 2z",
  hope: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0z",
  import: "M8 2v7.5M5 6.7l3 3 3-3M2.5 11v2.5h11V11",
  keys: "M1.5 4h13v8h-13zM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M5 9.5h6",
  left: "M10 3.5L5.5 8l4.5 4.5",
  letter: "M3.5 2h6l3 3v9h-9zM9.5 2v3h3M5.8 8h4.4M5.8 10.8h4.4",
  library: "M3 2.5h3v11H3zM6 2.5h3v11H6zM9.6 4l2.6-.7 1.8 9.5-2.6.7z",
  mail: "M2 3.5h12v9H2zM2.3 4l5.7 4.7L13.7 4",
  meet: "M2 4.5h8v7H2zM10 7.2l4-2.2v6l-4-2.2",
  more: "M3.5 8h.1M8 8h.1M12.5 8h.1",
  no: "M2.5 3h11v7.5H8L4.5 13.5v-3h-2zM6.5 5.3l3 3M9.5 5.3l-3 3",
  overview: "M2 12.5a6 6 0 1 1 12 0M8 12.5l3-4.5",
  pause: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM6.5 6v4M9.5 6v4",
  people:
    "M3.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0zM1.5 13.5c.4-2.6 2.2-4 4.5-4s4.1 1.4 4.5 4M10.5 3.3a2.5 2.5 0 0 1 0 4.4M12.2 9.9c1.3.6 2.1 1.8 2.3 3.6",
  pipeline: "M2 3h12l-4.5 5.2v4.3l-3 1.5V8.2z",
  said: "M2.5 3h11v7.5H8L4.5 13.5v-3h-2zM5.5 6h5M5.5 8h3",
  search: "M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0zM10.5 10.5L14 14",
  shield: "M8 1.8l5 1.9v4c0 3.2-2 5.4-5 6.5-3-1.1-5-3.3-5-6.5v-4zM5.8 7.9l1.6 1.6 2.9-3",
  sliders: "M2 4.5h6M11 4.5h3M2 11.5h3M8 11.5h6M8 4.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0zM5 11.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z",
  sms: "M2.5 3h11v7.5H8L4.5 13.5v-3h-2zM5.4 6.8h.1M8 6.8h.1M10.6 6.8h.1",
  thumb: "M8 13.5S2.5 10.3 2.5 6.3A2.9 2.9 0 0 1 8 5a2.9 2.9 0 0 1 5.5 1.3c0 4-5.5 7.2-5.5 7.2z",
  today: "M2.5 9.5h3l1 2h3l1-2h3M4 3h8l1.5 6.5V13h-11V9.5z",
  trend: "M2 12l4-4 2.5 2.5L14 4.5M10.5 4.5H14V8",
  wave: "M1.5 9.5c2 0 2-4 4-4s2.5 6 4.5 6 2-4.5 4.5-4.5",
} as const;

export type IconName = keyof typeof icons;

export const channelIcons: Record<Channel, IconName> = {
  email: "mail",
  phone: "phone",
  sms: "sms",
  linkedin: "link",
  mail: "letter",
  meeting: "meet",
};
