import type { MetadataRoute } from "next";

/** What a phone needs to keep Tactful among its apps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    ...{ id: "/", name: "Tactful", short_name: "Tactful", description: "Follow-up that is persistent, never pushy." },
    ...{ start_url: "/today", scope: "/", display: "standalone", background_color: "#ffffff", theme_color: "#ffffff" },
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Today", url: "/today" },
      { name: "Schedule", url: "/schedule" },
    ],
  };
}
