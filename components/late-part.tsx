import { type ComponentType, createElement, lazy, useEffect, useEffectEvent, useState } from "react";

import { fetchPart } from "#components/fetch-part.ts";
import { showToast } from "#components/show-toast.ts";

type Closed = { onClose?: () => void };

/** A component whose code is fetched when it is first shown. Where it cannot be fetched that is said, what would show it is told it is closed, and the next showing tries again. */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props & Closed> {
  let here: ComponentType<Props> | null = null;
  return function LatePart(props: Props & Closed) {
    const [Part, setPart] = useState(() => here);
    const giveUp = useEffectEvent(() => {
      showToast(outOfReach);
      props.onClose?.();
    });
    useEffect(() => {
      fetchPart(load).then((part) => setPart(() => (here = part)), giveUp);
    }, []);
    return Part && <Part {...props} />;
  };
}

/** The same for what the server draws: it stands there from the first, and works once its code is here. */
export function drawnPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(() => fetchPart(load).then((part) => ({ default: part })));
  // a function, for a lazy component does not cross from the server's code to the browser's
  return function DrawnPart(props: Props) {
    return createElement<Props>(Part, props);
  };
}

const outOfReach = { text: "The server could not be reached. Try again.", tone: "more" } as const;
