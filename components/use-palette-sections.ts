"use client";
import { useState } from "react";

import {
  type Command,
  deskCommands,
  matching,
  pageCommands,
  recordCommands,
  type Section,
  viewCommands,
} from "#components/palette-commands.ts";
import { groupIcons, type Place } from "#components/places.ts";
import { recentRecords } from "#components/recent.ts";
import { useAnswer } from "#components/use-answer.ts";
import { type FoundGroups, Group, groupNames, type Hit } from "#lib/search/search.ts";
import type { View } from "#lib/views/saved-view.ts";

type Asked = { typed: string; path: string; places: Place[]; isPlanning: boolean; deeds: Parameters<typeof deskCommands>[0] };
type Shown = { sections: Section[]; isWaiting: boolean; isLost: boolean };
type Kept = { recent: (Hit & { group: Group })[]; views: View[] };

/** What the palette shows for the letters typed. What is known here answers at once; records follow, below, so that nothing moves under the hand. */
export function usePaletteSections({ typed, path, places, isPlanning, deeds }: Asked): Shown {
  const [kept] = useState(() => `/api/palette?recent=${recentRecords().join()}`);
  const keptAnswer = useAnswer<Kept>(kept, 0);
  const own = keptAnswer?.value ?? { recent: [], views: [] };
  const words = typed.trim();
  const question = words.length > 1 ? `/api/search?q=${encodeURIComponent(words)}${isPlanning ? "&in=people" : ""}` : null;
  const answer = useAnswer<FoundGroups>(question);
  const found = question && answer?.value ? recordSections(answer.value, isPlanning) : [];
  const isLost = question !== null && answer !== null && answer.value === null;
  const isWaiting = keptAnswer === null || (question !== null && answer?.question !== question);
  if (isPlanning) {
    const recent = own.recent.filter(({ group }) => group === "people").map((hit) => planning(asCommand(hit.group, hit)));
    return { sections: present(words ? found : [{ name: "Recent", commands: recent }]), isWaiting, isLost };
  }
  const here = recordCommands(path);
  const recent = own.recent.filter(({ href }) => href !== path).slice(0, 6);
  if (!words)
    return {
      isWaiting,
      isLost,
      sections: present([
        { name: "This record", commands: here },
        { name: "Recent", commands: recent.map((hit) => asCommand(hit.group, hit)) },
        { name: "Views", commands: viewCommands(own.views) },
        { name: "Do", commands: deskCommands(deeds) },
        { name: "Go to", commands: pageCommands(places) },
      ]),
    };
  const all: Command = {
    id: "all",
    name: `All that matches “${words}”`,
    icon: "search",
    isFound: true,
    href: `/search?${new URLSearchParams({ q: words })}`,
  };
  return {
    isWaiting,
    isLost,
    sections: present([
      { name: "This record", commands: matching(here, words) },
      { name: "Views", commands: matching(viewCommands(own.views), words) },
      { name: "Do", commands: matching(deskCommands(deeds), words) },
      { name: "Go to", commands: matching(pageCommands(places), words) },
      ...found,
      { name: "Search", commands: words.length > 1 ? [all] : [] },
    ]),
  };
}

const present = (sections: Section[]) => sections.filter(({ commands }) => commands.length > 0);

const asCommand = (group: Group, { id, name, detail, href }: Hit): Command => ({
  id: `${group}-${id}`,
  name,
  detail,
  icon: groupIcons[group],
  href,
});
const planning = (command: Command): Command => ({ ...command, href: `${command.href}?tab=plan` });

function recordSections(found: FoundGroups, isPlanning: boolean): Section[] {
  return Group.options.map((group) => {
    const commands = (found[group]?.hits ?? []).map((hit) => ({ ...asCommand(group, hit), isFound: true }));
    return { name: groupNames[group], commands: isPlanning ? commands.map(planning) : commands };
  });
}
