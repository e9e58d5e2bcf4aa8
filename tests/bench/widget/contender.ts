/** What a page is measured with: a shop's page, and in it the one thing that differs. */

export interface Contender {
  /** As the report calls it. */
  name: string;
  /** What its documentation puts in the head. */
  head: string;
  /** What its documentation puts where the checkout shall be. */
  body: string;
  /** The first control that can be operated; `null` where nothing comes. */
  usable: Control | null;
  /** What is pressed to make it come, where it comes on request. */
  pressed?: string;
  /** As the report calls what comes of that. */
  after?: string;
  /** What stands for its servers: by path, the answer. */
  answers?: Record<string, unknown>;
}

export interface Control {
  selector: string;
  /** The frame it is in. */
  frame?: string;
  /** Taken for operable once it is there, though it cannot be seen yet. */
  unseen?: boolean;
}

/** The page, as the seller wrote it. The origin of everything but the page is given. */
export function page(contender: Contender, files: string): string {
  return FRAME.replace('{{head}}', contender.head).replace('{{body}}', contender.body).replaceAll('{{files}}', files);
}

const FRAME = `<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Ruang Kreasi</title>
  <link rel="icon" href="data:,">
  {{head}}
</head>
<body>
  <main>
    <h1>Ruang Kreasi</h1>
    <p>E-book dan templat untuk yang berjualan dari rumah.</p>
    {{body}}
    <h2>Tentang kami</h2>
    <p>Ruang Kreasi membuat bahan belajar yang singkat dan bisa langsung dipakai.</p>
  </main>
</body>
</html>
`;
