/** The icons that code in the browser draws from the first: with them alone a page need not fetch all. */
export const firstIcons = {
  ban: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM3.7 3.7l8.6 8.6",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM8 5.2v5.6M5.2 8h5.6",
  right: "M6 3.5L10.5 8 6 12.5",
  yes: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM5.3 8.2l1.9 1.9 3.6-3.9",
} as const;
