// One library a page, fetched on the first picture, from the app itself.
let library;

function plotly(address) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("no drawing library")));
    script.onerror = () => reject(new Error("the drawing library did not come"));
    document.head.append(script);
  }).catch((fault) => {
    library = undefined;
    throw fault;
  });
  return library;
}

function save(address, file) {
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
}

// By chart: the button that was pressed, until its sheet comes.
const pressed = new Map();

async function take(button, data, said) {
  const { format, sheet } = button.dataset;
  const { traces, layout, width, height, scale } = data.sheet;
  try {
    const Plotly = await plotly(data.library);
    const figure = { data: JSON.parse(traces), layout: JSON.parse(layout) };
    const picture = await Plotly.toImage(figure, { format, width, height, scale: format === "png" ? scale : 1 });
    save(picture, `${data.file}${sheet === "square" ? "-square" : ""}.${format}`);
    said.textContent = `${button.textContent} saved`;
  } catch {
    said.textContent = "The picture could not be drawn. Reload the page and try again.";
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const said = parentElement.querySelector(".said");
  const waiting = pressed.get(data.chart);
  said.textContent = waiting ? "Drawing the picture" : "";
  parentElement.querySelector(".pictures").setAttribute("aria-label", `Pictures of ${data.chart}`);

  for (const button of parentElement.querySelectorAll("button")) {
    button.setAttribute("aria-label", `Picture as ${button.textContent}: ${data.chart}`);
    button.onclick = () => {
      pressed.set(data.chart, button);
      said.textContent = "Drawing the picture";
      setTriggerValue("wanted", button.dataset.sheet);
    };
  }
  if (data.sheet && waiting) {
    pressed.delete(data.chart);
    take(waiting, data, said);
  }
}
