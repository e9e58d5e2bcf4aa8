/** The frame of the checkout that opens over the page, as strong as the checkout's own sheet. */
export const overlay = `
:is(#\\#,.tumbas-dialog){display:block;color-scheme:light;box-sizing:border-box;position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;margin:auto;padding:0;border:0;overflow:auto;scroll-padding-top:60px;overscroll-behavior:contain;--ground:var(--tb-ground,#f7f5f1);--ink:var(--tb-ink,#1f1b16);background:var(--ground);color:var(--ink)}
:is(#\\#,.tumbas-dialog)::backdrop{background:rgb(20 17 13/.55)}
:is(#\\#,.tumbas-close){position:sticky;top:0;z-index:4;display:flex;justify-content:flex-end;height:52px;padding:4px 8px;box-sizing:border-box;background:inherit}
:is(#\\#,.tumbas-close) button{width:44px;height:44px;border:0;border-radius:50%;background:#0000;color:inherit;font:26px/1 sans-serif;cursor:pointer}
:is(#\\#,.tumbas-close) button:hover{background:#8883}
@media(min-width:760px){:is(#\\#,.tumbas-dialog){width:min(1080px,100% - 48px);height:min(860px,100% - 48px);border-radius:20px}}
`.replace(/\n/g, "");
