export type EarlyWindow = Window & { pressedEarly?: HTMLButtonElement | null };

/**
 * A script for the top of a page: keeps the button pressed last before anybody listened, until the window hears "alive". Links, forms and buttons that
 * open a popover need no such care: the browser answers them by itself.
 */
export const keepEarlyPress = `(() => {
  const keep = ({ target }) => {
    window.pressedEarly = target.closest("button[type=button]:not([popovertarget])");
  };
  document.addEventListener("click", keep, true);
  window.addEventListener("alive", () => document.removeEventListener("click", keep, true), { once: true });
})()`;
