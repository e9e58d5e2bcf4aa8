/** What stands before the checkout does: its room, the grey cards, the note. Its lines are one: each page would fetch their ends. */
export const frame = `\
tumbas-checkout{display:block;min-height:max(560px,100vh)}\
.tumbas-bones{display:grid;grid-template-columns:1fr 1fr;gap:12px;padding:20px 16px;max-width:1080px;margin:0 auto}\
.tumbas-bones i{height:240px;border-radius:14px;background:#8883}\
.tumbas-note{max-width:28em;margin:0 auto;padding:32px 20px;text-align:center;font-size:16px;line-height:1.5}\
.tumbas-note :is(button,a){display:inline-block;margin:8px 4px;padding:11px 20px;border:1px solid #8d867c;border-radius:10px;background:#fff;color:#1f1b16;font:inherit;text-decoration:none;cursor:pointer}`;
