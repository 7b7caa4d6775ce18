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

export default function ({ data, parentElement }) {
  const said = parentElement.querySelector(".said");
  let drawing = false;
  said.textContent = "";
  parentElement.querySelector(".pictures").setAttribute("aria-label", `Pictures of ${data.chart}`);

  for (const button of parentElement.querySelectorAll("button")) {
    const { format, sheet } = button.dataset;
    const name = button.textContent;
    const end = sheet === "square" ? "-square" : "";
    button.setAttribute("aria-label", `Picture as ${name}: ${data.chart}`);
    button.onclick = async () => {
      if (drawing) return;
      drawing = true;
      said.textContent = "Drawing the picture";
      try {
        const { layout, width, height, scale } = data[sheet];
        const Plotly = await plotly(data.library);
        const figure = { data: JSON.parse(data.traces), layout: JSON.parse(layout) };
        const picture = await Plotly.toImage(figure, { format, width, height, scale: format === "png" ? scale : 1 });
        save(picture, `${data.file}${end}.${format}`);
        said.textContent = `${name} saved`;
      } catch {
        said.textContent = "The picture could not be drawn. Reload the page and try again.";
      } finally {
        drawing = false;
      }
    };
  }
}
