type ToastAct = { name: string; run: () => void };

export type Toast = {
  text: string;
  /** Where to look further, in the app. */
  link?: { href: string; name: string };
  /** Takes it back, or tries again. */
  act?: ToastAct;
  /** What usually comes next. */
  then?: ToastAct;
  tone?: "welcome" | "more" | "never";
};

/** Says something in passing, from anywhere in the browser; components/toast.tsx shows it. */
export function showToast(toast: Toast): void {
  window.dispatchEvent(new CustomEvent("toast", { detail: toast }));
}
