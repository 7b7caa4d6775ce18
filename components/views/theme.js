// Draws the charts anew when the operating system turns light or dark while the page is open.
const scheme = matchMedia("(prefers-color-scheme: dark)");
const AFTER = 150; // milliseconds until the page itself has turned and can say so
let listener;

export default function ({ data, setTriggerValue }) {
  scheme.removeEventListener("change", listener);
  listener = () =>
    setTimeout(() => {
      if (scheme.matches !== (data.theme === "dark")) setTriggerValue("turned", true);
    }, AFTER);
  scheme.addEventListener("change", listener);
  return () => scheme.removeEventListener("change", listener);
}
