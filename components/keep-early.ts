/**
 * A script for the top of a page: keeps the last press and what is typed or chosen before anybody listens, and repeats it once they do, which for a part
 * that comes late is later than for the page. Links, forms and buttons that open a popover need no such care: the browser answers them by itself. That a
 * node is listened to shows by the mark that React leaves on what it drew.
 */
export const keepEarly = `(() => {
  const kept = new Map();
  let isAwake = false;
  let waiting = 0;
  const isHeard = (node) => isAwake && Object.keys(node).some((key) => key.startsWith("__reactProps"));
  const wait = () => (waiting ||= kept.size > 0 && isAwake ? setTimeout(repeat, 50) : 0);
  const repeat = () => {
    waiting = 0;
    for (const [key, { node, act }] of kept) {
      if (node.isConnected && !isHeard(node)) continue;
      kept.delete(key);
      if (node.isConnected) act();
    }
    wait();
  };
  const keep = (key, node, act) => {
    if (isHeard(node)) return;
    kept.set(key, { node, act });
    wait();
  };
  const retype = (field, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
    field.dispatchEvent(new Event(field.matches("select") ? "change" : "input", { bubbles: true }));
  };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button[type=button]:not([popovertarget])");
    if (button) keep("press", button, () => button.click());
  }, true);
  document.addEventListener("input", ({ target: field }) => {
    const { checked, value } = field;
    if (field.matches("[type=checkbox], [type=radio]")) keep(field, field, () => field.checked === checked || field.click());
    else if (field.matches("input:not([type=file]), select, textarea")) keep(field, field, () => retype(field, value));
  }, true);
  window.addEventListener("alive", () => {
    isAwake = true;
    repeat();
  });
})()`;
