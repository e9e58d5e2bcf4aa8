/** What stands before the checkout does: its room, the overlay's frame, the grey cards, the note. */
export const frame = `
tumbas-checkout{display:block;min-height:560px}
.tumbas-dialog{box-sizing:border-box;position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;margin:auto;padding:0;border:0;overflow:auto;scroll-padding-top:60px;overscroll-behavior:contain;background:var(--tb-ground,#f7f5f1);color:#1f1b16}
.tumbas-dialog::backdrop{background:rgb(20 17 13/.55)}
.tumbas-close{position:sticky;top:0;z-index:4;display:flex;justify-content:flex-end;height:52px;padding:4px 8px;box-sizing:border-box;background:inherit}
.tumbas-close button{width:44px;height:44px;border:0;border-radius:50%;background:#0000;color:inherit;font:26px/1 sans-serif;cursor:pointer}
.tumbas-close button:hover{background:#0001}
.tumbas-bones{display:grid;grid-template-columns:1fr 1fr;gap:12px;padding:20px 16px;max-width:1080px;margin:0 auto;background:var(--tb-ground,#f7f5f1);border-radius:20px}
.tumbas-bones i{height:240px;border-radius:14px;background:#ebe7e0}
.tumbas-note{max-width:28em;margin:0 auto;padding:32px 20px;text-align:center;font-size:16px;line-height:1.5}
.tumbas-note :is(button,a){display:inline-block;margin:8px 4px;padding:11px 20px;border:1px solid #8d867c;border-radius:10px;background:#fff;color:#1f1b16;font:inherit;text-decoration:none;cursor:pointer}
@media(min-width:760px){.tumbas-dialog{width:min(1080px,100% - 48px);height:min(860px,100% - 48px);border-radius:20px}}
`.replace(/\n/g, "");
