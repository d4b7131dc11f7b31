import { DEVANAGARI_FONTS, PAGE_FONTS } from '../../http/built-page';

/** The only style of the page: for a phone first, in light and in dark, and whatever it says in colour it says in words. */
export const GENUINE_STYLE = `
${DEVANAGARI_FONTS}:root { --ground: #f4f7f5; --sheet: #ffffff; --ink: #1b211e; --soft: #56605a; --line: #8a958f; --link: #1c5a86; --act: #1f5f3f;
  --on-act: #ffffff; --good: #e3f1e8; --good-ink: #14492e; --bad: #fbe6e3; --bad-ink: #7d1f14 }
@media (prefers-color-scheme: dark) { :root { --ground: #101513; --sheet: #18201c; --ink: #e6ece8; --soft: #a9b5ae; --line: #77837c;
  --link: #8cc0e8; --act: #9fd8b8; --on-act: #0c1a12; --good: #173324; --good-ink: #bfe8cf; --bad: #41201b; --bad-ink: #f6c5bd } }
* { box-sizing: border-box }
body { background: var(--ground); color: var(--ink); margin: 0;
  font: 16px/1.5 ${PAGE_FONTS} }
main { margin: 0 auto; max-width: 560px; padding: 16px }
.top { align-items: center; color: var(--soft); display: flex; gap: 16px; justify-content: space-between; margin: 0 }
a { color: var(--link); display: inline-block; padding: 10px 0 }
h1 { font-size: 24px; line-height: 1.3; margin: 12px 0 }
h2 { font-size: 18px; line-height: 1.35; margin: 0 0 4px }
p { margin: 0 0 12px; overflow-wrap: anywhere }
.notice { border-radius: 6px; margin: 0 0 16px; padding: 12px 16px }
.notice p { margin: 0 }
.good { background: var(--good); color: var(--good-ink) }
.bad { background: var(--bad); color: var(--bad-ink) }
dl { background: var(--sheet); border-radius: 6px; margin: 0 0 24px; padding: 4px 16px }
dl div { border-bottom: 1px solid var(--ground); padding: 8px 0 }
dl div:last-child { border: 0 }
dt { color: var(--soft); font-size: 14px }
dd { margin: 0; overflow-wrap: anywhere }
form { margin: 0 0 24px }
label { display: block; font-weight: 600; margin-bottom: 4px }
input:not([type='hidden']) { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; color: var(--ink); font: inherit;
  min-height: 44px; padding: 8px 12px; width: 100% }
.hint { color: var(--soft); font-size: 14px; margin: 4px 0 12px }
.wrong { color: var(--bad-ink) }
input[type='file'] { margin-bottom: 12px }
button { background: var(--act); border: 0; border-radius: 6px; color: var(--on-act); font: inherit; font-weight: 600; min-height: 44px;
  padding: 8px 20px; width: 100% }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
`;
