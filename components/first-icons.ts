/** The icons that code in the browser draws from the first: with them alone a page need not fetch all. */
export const firstIcons = {
  ban: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM3.7 3.7l8.6 8.6",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3",
  close: "M4 4l8 8M12 4l-8 8",
  link: "M6.8 9.2l2.4-2.4M7.5 4.8l1.4-1.4a2.6 2.6 0 0 1 3.7 3.7l-1.4 1.4M8.5 11.2l-1.4 1.4a2.6 2.6 0 0 1-3.7-3.7l1.4-1.4",
  moon: "M13 9.5A5.5 5.5 0 1 1 6.5 3 4.5 4.5 0 0 0 13 9.5z",
  phone: "M3 2.5h2.5l1.2 3-1.5 1.2c.7 1.6 1.9 2.8 3.5 3.5l1.3-1.5 3 1.2v2.6c0 .6-.5 1-1 1C6.6 13.5 2.5 9 2.5 3.5c0-.5.2-1 .5-1z",
  plus: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM8 5.2v5.6M5.2 8h5.6",
  reply: "M6.5 4L2.5 8l4 4M3 8h6.5c2.3 0 4 1.5 4 4",
  right: "M6 3.5L10.5 8 6 12.5",
  yes: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0zM5.3 8.2l1.9 1.9 3.6-3.9",
} as const;
