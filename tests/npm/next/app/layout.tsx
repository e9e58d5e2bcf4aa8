import { preload } from "@tumbas/checkout";
import type { ReactNode } from "react";

import { Loader } from "./loader";

// Where a server runs this, importing does nothing, and neither does a call.
preload();

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="id">
      <body>
        {children}
        <Loader />
      </body>
    </html>
  );
}
